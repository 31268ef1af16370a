using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>What changed since a moment.</summary>
/// <param name="Since">Null: a week before the newest import.</param>
/// <param name="Until">The as-of moment; null for now.</param>
/// <param name="IsNew">New values instead of revised ones.</param>
/// <param name="SinceRejected">Whether the address named a moment that could not be read.</param>
public sealed record ChangesQuery(DateTimeOffset? Since, DateTimeOffset? Until, bool IsNew, int Page, bool SinceRejected);

/// <param name="Readings">The targets of the city whose value or standing is another one because of it.</param>
/// <param name="OtherCount">How many values there are of the kind not shown.</param>
public sealed record ChangesView(
    ChangesQuery Query,
    DateTimeOffset Since,
    IReadOnlyList<ChangeLine> Lines,
    int Page,
    int Pages,
    int Count,
    int OtherCount,
    IReadOnlyList<ReadingChange> Readings)
{
    public const int PageSize = 50;
}

/// <param name="Bank">Null for the published total of the area.</param>
/// <param name="Import">Null when the file is not the viewer's to see.</param>
public sealed record ChangeLine(
    SeriesKey Series,
    LocalizedText Indicator,
    LocalizedText Scope,
    LocalizedText? Bank,
    LocalizedText Region,
    YearMonth Month,
    Quantity? Before,
    Quantity? Now,
    Quantity? Difference,
    DateTimeOffset KnownSince,
    string File,
    ImportAddress? Import)
{
    /// <summary>Where the new value was read.</summary>
    public required string CellAddress { get; init; }
}

public sealed record ReadingChange(Provision Provision, YearMonth Month, KpiReading? Before, KpiReading Now);
