using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Observations;

/// <summary>Which series and months a snapshot holds; null means all of them.</summary>
/// <remarks>Made for sets of some hundred codes at most: each becomes a parameter of the query.</remarks>
public sealed record SnapshotFilter
{
    public IReadOnlyCollection<string>? Indicators { get; init; }

    public IReadOnlyCollection<string>? Scopes { get; init; }

    /// <summary>Bank codes; the empty code is the area's published total.</summary>
    public IReadOnlyCollection<string>? Banks { get; init; }

    public IReadOnlyCollection<string>? Regions { get; init; }

    public YearMonth? From { get; init; }

    public YearMonth? To { get; init; }

    /// <summary>Single months instead of a range: a month and the one a year before need none of those between.</summary>
    public IReadOnlyCollection<YearMonth>? Months { get; init; }

    internal bool ChoosesSeries =>
        Indicators is not null || Scopes is not null || Banks is not null || Regions is not null;
}
