using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Sources;

/// <summary>What parsers must know besides the bytes. Banks and areas are checked by rules, not by parsers.</summary>
/// <param name="Indicators">All known indicators by code.</param>
/// <param name="Month">The month the file was filed for; when given, figures of that month must be in the file.</param>
public sealed record SourceContext(IReadOnlyDictionary<string, Indicator> Indicators, YearMonth? Month = null)
{
    /// <summary>The code of the bank that files; null when an authority does. Forms that name no bank are this one's.</summary>
    public string? Bank { get; init; }

    /// <summary>The area that forms without one are about.</summary>
    public string? Region { get; init; }

    /// <summary>Banks that headings may name, by name or alias.</summary>
    public IReadOnlyList<Bank> Banks { get; init; } = [];

    /// <summary>Areas that headings may name.</summary>
    public IReadOnlyList<Region> Regions { get; init; } = [];

    /// <summary>The forms of the 1104 returns that are recognised; none unless somebody gives them.</summary>
    public FormCatalog Forms { get; init; } = FormCatalog.Empty;
}
