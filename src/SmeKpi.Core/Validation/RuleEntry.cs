using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation;

/// <summary>From a month on a rule has another consequence than its letter says.</summary>
/// <param name="Reason">Why, for the banks.</param>
public sealed record SeverityChange(YearMonth From, Severity Severity, LocalizedText Reason);

/// <summary>A rule as seed-data/rules describes it: a change of a threshold or a date is a change of that file.</summary>
/// <param name="Forms">The forms of the 1104 returns it looks at; empty when it looks at files of every layout.</param>
/// <param name="ValidFrom">The first month whose figures it judges; null when there is no first.</param>
/// <param name="ValidTo">The last month whose figures it judges; null while it is in force.</param>
/// <param name="SeverityChanges">In ascending order.</param>
public sealed record RuleEntry(
    string Number,
    Severity Severity,
    IReadOnlyList<string> Layouts,
    IReadOnlyList<string> Forms,
    YearMonth? ValidFrom,
    YearMonth? ValidTo,
    IReadOnlyList<SeverityChange> SeverityChanges)
{
    /// <summary>The thresholds by name; empty for rules without any and for those that parsers give.</summary>
    public IReadOnlyDictionary<string, decimal> Parameters => Thresholds.Numbers;

    /// <summary>Where the entry stands, to complain about it.</summary>
    internal YamlMap? Source { get; init; }

    internal RuleParameters Thresholds { get; init; } = new(null);

    public bool IsValidIn(YearMonth month) => (ValidFrom is not { } from || from <= month)
        && (ValidTo is not { } to || month <= to);

    /// <summary>The consequence that the rule has for figures of a month.</summary>
    public Severity SeverityIn(YearMonth month) =>
        SeverityChanges.LastOrDefault(change => change.From <= month)?.Severity ?? Severity;
}
