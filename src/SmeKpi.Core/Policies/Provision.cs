using SmeKpi.Core.Units;

namespace SmeKpi.Core.Policies;

public enum ProvisionKind
{
    /// <summary>目标: judged every month</summary>
    Target,

    /// <summary>容忍度: judged every month while in force</summary>
    Tolerance,

    /// <summary>补贴比例</summary>
    SubsidyRate,

    /// <summary>上限</summary>
    Cap,

    /// <summary>期限</summary>
    EligibilityDate,
}

public enum Wording
{
    /// <summary>不低于, 不高于: must be met</summary>
    Binding,

    /// <summary>力争: to be striven for; shown differently from binding</summary>
    Strive,
}

public enum Comparison
{
    AtLeast,
    AtMost,
}

/// <summary>One number of the law: one provision file.</summary>
/// <remarks>Values are in the provision's own unit; the loader has turned 亿元 and 万元 into yuan.</remarks>
public sealed record Provision
{
    /// <summary>M + measure + . + position, as in M08.1.</summary>
    public required string Id { get; init; }

    public required int Measure { get; init; }

    /// <summary>The words of the law, verbatim.</summary>
    public required string Quote { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>A few words for navigation and headings; the name itself for provisions that are not judged.</summary>
    public required LocalizedText ShortName { get; init; }

    public required ProvisionKind Kind { get; init; }

    public required Wording Wording { get; init; }

    public required Comparison? Compare { get; init; }

    /// <summary>The unit of the values; null for a date.</summary>
    public required Unit? Unit { get; init; }

    /// <summary>Targets of named years. A year not listed has no target.</summary>
    public required IReadOnlyDictionary<int, decimal> AnnualValues { get; init; }

    /// <summary>The value that holds in every month in force; null for annual targets and dates.</summary>
    public required decimal? StandingValue { get; init; }

    /// <summary>The last day of eligibility; only for <see cref="ProvisionKind.EligibilityDate"/>.</summary>
    public required DateOnly? DateValue { get; init; }

    /// <summary>First and last month in which a standing value holds.</summary>
    public required YearMonth InForceFrom { get; init; }

    public required YearMonth InForceUntil { get; init; }

    /// <summary>The ruling reading first, then the rivals; empty for provisions that are not judged.</summary>
    public required IReadOnlyList<ReadingDefinition> Readings { get; init; }

    /// <summary>How far short of pace or target still counts as behind, not far behind; the limit counts.</summary>
    /// <remarks>
    /// Of an amount of money (M01.1): hundredths of the year's target, so that 10 is 200 亿元 of 2,000. Of a level or a
    /// difference: points (M01.2, M01.3) or, when the provision counts in BP, basis points (M08.1). Null when there is
    /// no pace to fall behind.
    /// </remarks>
    public required decimal? BehindUpTo { get; init; }

    /// <summary>True when every bank is bound as well; false when the number binds the city alone.</summary>
    public required bool BindsEachBank { get; init; }

    /// <summary>Ids of offices of its measure, in the order of the text.</summary>
    public required IReadOnlyList<string> Responsible { get; init; }

    /// <summary>Who decided which reading rules; null for provisions that are not judged.</summary>
    public RulingDecision? Ruling { get; init; }

    /// <summary>When a person last compared the file with the law; null when it was not loaded from a file.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>True for targets and tolerances, the only provisions that have a KPI.</summary>
    public bool IsJudged => Kind is ProvisionKind.Target or ProvisionKind.Tolerance;

    /// <summary>The target that holds in a month.</summary>
    /// <returns>Null in a year the policy does not name or a month in which it is not in force.</returns>
    public Quantity? TargetFor(YearMonth month)
    {
        if (Unit is not { } unit)
        {
            return null;
        }

        if (AnnualValues.TryGetValue(month.Year, out decimal annual))
        {
            return new Quantity(annual, unit);
        }

        return StandingValue is { } standing && InForceFrom <= month && month <= InForceUntil
            ? new Quantity(standing, unit)
            : null;
    }
}

/// <summary>One reading of a target (读法).</summary>
/// <param name="Name">As in design.md §2.1: ruling, rmb, adjusted, since-year-start …</param>
/// <param name="Indicator">The pinned indicator.</param>
/// <param name="Scope">The pinned scope.</param>
public sealed record ReadingDefinition(
    string Name, bool IsRuling, LocalizedText Title, LocalizedText Explanation, string Indicator, string Scope);

/// <summary>The decision which of the readings gives the verdict.</summary>
/// <param name="Reading">The name of that reading.</param>
/// <param name="PendingConfirmationBy">The office that has yet to confirm it; null once confirmed.</param>
public sealed record RulingDecision(
    string Reading, DateOnly DecidedOn, LocalizedText DecidedBy, string? PendingConfirmationBy);
