using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>One value of one series for one month, as read from one cell of a file.</summary>
/// <param name="Value">In the indicator's own unit (yuan, count or percent); null means "not reported".</param>
public sealed record Figure(SeriesKey Series, YearMonth Month, Quantity? Value, SourceCell Cell);
