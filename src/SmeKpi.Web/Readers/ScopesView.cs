using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>The scopes of an indicator, what is pinned to them, and what bridges a break.</summary>
/// <param name="Indicators">Those that have more than one scope.</param>
/// <param name="Month">The month whose values stand side by side; null when there are no figures to see.</param>
public sealed record ScopesView(
    Indicator Indicator,
    IReadOnlyList<Indicator> Indicators,
    YearMonth? Month,
    IReadOnlyList<ScopeLine> Scopes,
    IReadOnlyList<BridgeLine> Bridges,
    bool SeesCells);

/// <param name="ReplacedBy">The scope that continues this one; null when none does.</param>
/// <param name="Pinned">The readings of targets that are computed in this scope.</param>
/// <param name="Value">Of the city; null when nothing is known in this scope.</param>
/// <param name="IsComplete">False when a bank is missing in the sum.</param>
public sealed record ScopeLine(
    StatisticalScope Scope,
    StatisticalScope? Replaces,
    StatisticalScope? ReplacedBy,
    IReadOnlyList<PinnedReading> Pinned,
    Quantity? Value,
    Origin Origin,
    bool IsComplete)
{
    /// <summary>Where the value is taken apart; null when there is none.</summary>
    public string? Address { get; init; }
}

public sealed record PinnedReading(Provision Provision, ReadingDefinition Reading);

/// <summary>One coverage adjustment: what it explains of the way from one balance to the next.</summary>
/// <param name="Bank">Null for the published total of the area.</param>
/// <param name="Before">The balance of the month before.</param>
/// <param name="Moved">What was lent and repaid: the rest of the way. Null when a balance is missing.</param>
public sealed record BridgeLine(
    StatisticalScope Scope,
    YearMonth Month,
    LocalizedText? Bank,
    LocalizedText Region,
    Quantity? Before,
    Quantity Adjustment,
    Quantity? Moved,
    Quantity? After)
{
    /// <summary>The balances are of this series.</summary>
    public required SeriesKey Balances { get; init; }

    /// <summary>Where the adjustment was read.</summary>
    public required string CellAddress { get; init; }

    /// <summary>The moment whose knowledge is shown; null for now.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>Where the balance of a month is taken apart; null when it is missing.</summary>
    public string? AddressOf(bool isMissing, YearMonth month) => isMissing ? null : FigureAddress.Figure(
        Balances.Indicator, Balances.Scope, month, new Subject(Balances.Region, Balances.Bank), AsOf);
}
