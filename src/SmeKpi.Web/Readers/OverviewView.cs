using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>What the overview shows: the five targets in the order of the law.</summary>
public sealed record OverviewView(PeriodView Period, BoardView Board)
{
    public IReadOnlyList<TargetView> Targets => Board.Targets;
}

/// <summary>Which of M01.1 and M01.2 asks for more, and how much each asks for.</summary>
/// <param name="Target">The binding one; null when the opening balance or a target is unknown.</param>
/// <param name="ByGrowth">The increment that the growth target asks for at this opening balance.</param>
public sealed record BindingView(
    string? Target, Quantity? Required, Quantity? ByAmount, Quantity? ByGrowth, Quantity? OpeningBalance)
{
    /// <summary>Where the opening balance is taken apart; null when it is unknown.</summary>
    public string? OpeningAddress { get; init; }
}

/// <summary>What the month and as-of picker shows.</summary>
/// <param name="Query">What the address said, for links that keep it.</param>
public sealed record PeriodView(
    ViewQuery Query,
    YearMonth Month,
    IReadOnlyList<YearMonth> Choices,
    YearMonth? Previous,
    YearMonth? Next,
    string Region,
    LocalizedText RegionName,
    IReadOnlyList<Core.Statistics.Region> Regions,
    DateTimeOffset? KnownSince,
    bool Synthetic)
{
    /// <summary>The last month with figures of the city; null when none are known.</summary>
    public YearMonth? LastWithData { get; init; }

    /// <summary>Whether the month shown lies among those with figures.</summary>
    public bool HasData { get; init; }

    /// <summary>The choice that will always show what is shown now, whatever arrives later.</summary>
    public ViewQuery Pinned => Query with { Month = Month, Region = Region, AsOf = Query.AsOf ?? KnownSince };
}
