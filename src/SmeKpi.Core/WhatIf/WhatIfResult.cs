using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.WhatIf;

/// <summary>One reading of a target without and with the scenario, computed by the same code.</summary>
public sealed record TargetEffect(KpiReading Before, KpiReading After)
{
    /// <summary>After − before; null when either has no value.</summary>
    public Quantity? Change => After.Actual is { } after && Before.Actual is { } before ? after.Minus(before) : null;
}

/// <summary>A bank or county in the division of the remaining requirement.</summary>
/// <param name="SoFar">Its increment of the year up to the month; null when unknown.</param>
/// <param name="Planned">Its part of the remaining requirement.</param>
/// <param name="Even">The part it would have by its share of the loans.</param>
/// <param name="YearTotal">M01.1 of the part in December, if it keeps the plan; null when unknown or the plan does not add up.</param>
/// <param name="YearGrowth">M01.2 of the part in December; null when unknown.</param>
public sealed record PlanRow(
    string Code, Quantity? SoFar, Money Planned, Money Even, Quantity? YearTotal, Quantity? YearGrowth);

/// <summary>What a scenario does to the targets. An assumption, not a statistic.</summary>
public sealed record WhatIfResult
{
    public required YearMonth Month { get; init; }

    /// <summary>Every reading of every target in the month itself.</summary>
    public required IReadOnlyList<TargetEffect> AtMonth { get; init; }

    /// <summary>
    /// The same for December, filled by assumption; empty in December, and when the rest of the year cannot be assumed.
    /// M10.1 is left out: nothing is assumed about bad loans.
    /// </summary>
    public required IReadOnlyList<TargetEffect> AtYearEnd { get; init; }

    /// <summary>What the law still requires; null without a target or an opening balance.</summary>
    public required Money? Required { get; init; }

    /// <summary>What the months to come bring by assumption; null when they cannot be assumed.</summary>
    public required Money? Rest { get; init; }

    /// <summary>The measured pass-through of the LPR; null when it is not known.</summary>
    public required PassThrough Measured { get; init; }

    /// <summary>The pass-through that was used: given, measured, or all of it.</summary>
    public required Percentage PassThrough { get; init; }

    /// <summary>Null when no division was asked for, or when nothing is required.</summary>
    public required Plan? Plan { get; init; }

    /// <summary>By code; empty without a plan.</summary>
    public required IReadOnlyList<PlanRow> PlanRows { get; init; }
}
