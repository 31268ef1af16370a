using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Warnings;

/// <summary>What an early warning (预警) is called and when it speaks; one entry of warnings.yaml.</summary>
/// <param name="Limit">In the unit of the rule: points, months, a percentile, a count, basis points.</param>
public sealed record WarningRule(
    string Id, LocalizedText Name, LocalizedText Meaning, YearMonth From, YearMonth? Until, decimal Limit)
{
    public bool HoldsIn(YearMonth month) => From <= month && (Until is not { } last || month <= last);
}

/// <summary>A warning about one bank in one month, with what it rests on.</summary>
/// <param name="Evidence">Values in the order of time; never empty, never missing.</param>
public sealed record Warning(WarningRule Rule, string Bank, YearMonth Month, IReadOnlyList<WarningFact> Evidence);

/// <param name="Label">As in limit, value, p10: what the number is.</param>
/// <param name="Month">The month of the number; null when it is of none.</param>
public sealed record WarningFact(string Label, Quantity Value, YearMonth? Month);

/// <summary>What a rule looks at.</summary>
/// <param name="Results">The bank's tests of the month.</param>
/// <param name="GrowthGaps">Growth gaps of the peers that the bank is compared with; the bank's own is one of them.</param>
internal sealed record WarningInput(
    BankInput Bank, IReadOnlyList<BankTestResult> Results, IReadOnlyList<decimal> GrowthGaps, WarningRule Rule)
{
    public BankTestResult Test(string id) => Results.First(result => result.Rule.Id == id);

    /// <summary>A value with what it is, for the evidence.</summary>
    public static WarningFact Fact(string label, decimal number, Unit unit, YearMonth? month = null) =>
        new(label, new Quantity(number, unit), month);
}

/// <summary>One kind of warning.</summary>
/// <param name="Find">The evidence; null when there is nothing to warn of, or it cannot be said.</param>
/// <param name="IsCounted">The limit is a number of months or returns.</param>
internal sealed record WarningKind(string Id, Func<WarningInput, IReadOnlyList<WarningFact>?> Find, bool IsCounted = false);
