using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources.Csv;

/// <summary>What a parser read from the records of a text file.</summary>
internal sealed record TextContent(
    IReadOnlyList<Figure> Figures, IReadOnlyList<Bank> Banks, IReadOnlyList<Region> Regions)
{
    /// <summary>Where the row of a bank or area names its successor or parent, by code.</summary>
    public IReadOnlyDictionary<string, SourceCell?> Places { get; init; } = new Dictionary<string, SourceCell?>();

    public static TextContent Of(IReadOnlyList<Figure> figures) => new(figures, [], []);
}
