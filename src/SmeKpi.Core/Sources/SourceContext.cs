using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Sources;

/// <summary>What parsers must know besides the bytes. Banks and areas are checked by rules, not by parsers.</summary>
/// <param name="Indicators">All known indicators by code.</param>
/// <param name="Month">The month the file was filed for; when given, figures of that month must be in the file.</param>
public sealed record SourceContext(IReadOnlyDictionary<string, Indicator> Indicators, YearMonth? Month = null);
