using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources.Csv;

/// <summary>What a parser read from the records of a text file.</summary>
internal sealed record TextContent(
    IReadOnlyList<Figure> Figures, IReadOnlyList<Bank> Banks, IReadOnlyList<Region> Regions)
{
    public static TextContent Of(IReadOnlyList<Figure> figures) => new(figures, [], []);
}
