using SmeKpi.Core.Attribution;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.WhatIf;

/// <summary>How the months that are still to come are filled.</summary>
public enum YearEndPath
{
    /// <summary>按计划: what the law still requires is lent, month by month as the seasonal profile says.</summary>
    Plan,

    /// <summary>按目前进度: the increment so far is carried on by the seasonal profile.</summary>
    Pace,
}

/// <summary>How much of the remaining requirement each bank or county takes on (任务分解).</summary>
/// <param name="Parts">Amounts by the code of the bank or area.</param>
/// <param name="Shares">The same in hundredths of the requirement; null when amounts were given.</param>
public sealed record Distribution(
    AttributedBy By, IReadOnlyDictionary<string, Money>? Parts, IReadOnlyDictionary<string, decimal>? Shares);

/// <summary>情景: changes tried on the figures known in a month. Everything that is null stays as it is.</summary>
public sealed record Scenario
{
    public YearEndPath Path { get; init; }

    /// <summary>LPR下调: in every month that is still to come.</summary>
    public BasisPoints? LprCut { get; init; }

    /// <summary>Which part of the cut reaches enterprises; null takes the measured one.</summary>
    public Percentage? PassThrough { get; init; }

    /// <summary>The bank that falls short.</summary>
    public string? ShortBank { get; init; }

    /// <summary>What it falls short of its remaining plan by the end of the year.</summary>
    public Money? Shortfall { get; init; }

    /// <summary>口径调整: balance that enters (+) or leaves (−) the statistics without being lent or repaid.</summary>
    public Money? Coverage { get; init; }

    /// <summary>Null takes the month itself.</summary>
    public YearMonth? CoverageMonth { get; init; }

    /// <summary>债务置换: loans repaid from special bonds.</summary>
    public Money? DebtSwap { get; init; }

    /// <summary>Null takes the month itself.</summary>
    public YearMonth? DebtSwapMonth { get; init; }

    /// <summary>The division to look at or to propose; without parts everybody takes on their share of the loans.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Whether nothing is changed or divided.</summary>
    public bool IsEmpty => LprCut is null && Shortfall is null && Coverage is null && DebtSwap is null && Distribution is null;
}
