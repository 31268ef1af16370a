using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Readings;

/// <summary>Which readings are asked for; null means all.</summary>
public sealed record ReadingFilter
{
    public IReadOnlyCollection<string>? Kpis { get; init; }

    /// <summary>Names of readings, as in <c>ruling</c>.</summary>
    public IReadOnlyCollection<string>? Readings { get; init; }

    public YearMonth? From { get; init; }

    public YearMonth? To { get; init; }

    public IReadOnlyCollection<string>? Regions { get; init; }

    /// <summary>Bank codes; the empty code is the area itself.</summary>
    public IReadOnlyCollection<string>? Banks { get; init; }

    public static ReadingFilter In(YearMonth month) => new() { From = month, To = month };
}
