using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation;

/// <summary>What a parser made of a file. When any finding blocks, nothing of it may be stored.</summary>
/// <param name="Layout">The layout recognised, as in <c>tidy-return</c> or <c>pboc-credit-funds</c>; empty when none was.</param>
/// <param name="Synthetic">True when the file says so itself.</param>
/// <param name="Received">When the file says it was received; only honoured while an empty database is seeded.</param>
public sealed record ParsedFile(
    string Layout,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Bank> Banks,
    IReadOnlyList<Region> Regions,
    IReadOnlyList<Finding> Findings,
    bool Synthetic,
    DateTimeOffset? Received)
{
    private FigureIndex? _bySeries;

    /// <summary>The forms of the 1104 returns in the file, with the cells that are no figures of their own as well.</summary>
    public IReadOnlyList<FormSheet> Forms { get; init; } = [];

    /// <summary>Where the row of a bank or area names its successor or parent, by code; empty in files of figures.</summary>
    public IReadOnlyDictionary<string, SourceCell?> Places { get; init; } = new Dictionary<string, SourceCell?>();

    public bool IsRefused => Findings.Any(finding => finding.Blocks);

    /// <summary>The figures by series and month; made when first asked for.</summary>
    public FigureIndex BySeries => _bySeries is { } index && ReferenceEquals(index.Figures, Figures)
        ? index
        : _bySeries = new FigureIndex(Figures);

    public static ParsedFile Refused(string layout, params IReadOnlyList<Finding> findings) =>
        new(layout, [], [], [], findings, Synthetic: false, Received: null);
}
