using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

public enum Standing
{
    /// <summary>达成: met, final</summary>
    Achieved,

    /// <summary>达到进度: at or above the pace or the target before the year ends</summary>
    OnTrack,

    /// <summary>落后</summary>
    Behind,

    /// <summary>严重落后</summary>
    FarBehind,

    /// <summary>未达成: not met, final</summary>
    Missed,

    /// <summary>无目标: the law names no number for this month or this subject</summary>
    NoTarget,

    /// <summary>无法评估: a denominator is not above zero</summary>
    NotAssessable,

    /// <summary>数据不全: figures that are needed are missing</summary>
    Incomplete,

    /// <summary>不予显示: rests on too few banks for whoever asks; never a verdict, never stored</summary>
    Withheld,
}

public enum Origin
{
    /// <summary>The area's total as the PBoC branch publishes it</summary>
    Published,

    /// <summary>The sum of the banks, or the bank's own figure</summary>
    Banks,
}

/// <summary>Whom a reading speaks of: an area, or one bank in an area.</summary>
public sealed record Subject(string Region, string? Bank = null);

/// <summary>How many of the banks that were open in the month have the figures a reading needs.</summary>
public readonly record struct Completeness(int Expected, int Received)
{
    public bool IsComplete => Received >= Expected;
}

/// <summary>A target's value for one month and one subject under one reading. All numbers are unrounded.</summary>
public sealed record KpiReading
{
    /// <summary>The provision, as in M01.1.</summary>
    public required string Id { get; init; }

    public required string Reading { get; init; }

    public required YearMonth Month { get; init; }

    public required Subject Subject { get; init; }

    /// <summary>Null when figures are missing or a denominator is not above zero.</summary>
    public required Quantity? Actual { get; init; }

    /// <summary>Null in a month or for a subject without a target.</summary>
    public required Quantity? Target { get; init; }

    /// <summary>Actual minus target; null when either is missing.</summary>
    public Quantity? Gap => Actual is { } actual && Target is { } target ? actual.Minus(target) : null;

    public required Standing Standing { get; init; }

    /// <summary>序时进度: the straight-line share of the target that is due by this month; only for M01.1.</summary>
    public Quantity? Pace { get; init; }

    /// <summary>历史季节进度: the share due by the seasonal profile; only for M01.1.</summary>
    public Quantity? SeasonalPace { get; init; }

    /// <summary>The increment needed in each remaining month; only for M01.1, none in December.</summary>
    public Quantity? RequiredRunRate { get; init; }

    /// <summary>Which of M01.1 and M01.2 asks for the larger increment; only on M01.1 of the city.</summary>
    public string? BindingTarget { get; init; }

    /// <summary>max(2,000 亿元, 15 % of the opening balance); only for M01.1.</summary>
    public Quantity? RequiredIncrement { get; init; }

    public required Completeness Completeness { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>True when any figure used is synthetic.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>The same reading without anything it says: no number, no count of banks, no verdict.</summary>
    public KpiReading Withhold() => new()
    {
        Id = Id,
        Reading = Reading,
        Month = Month,
        Subject = Subject,
        Actual = null,
        Target = null,
        Standing = Standing.Withheld,
        Completeness = default,
        Origin = Origin,
        Synthetic = Synthetic,
    };
}
