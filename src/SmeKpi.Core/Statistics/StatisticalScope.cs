using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>统计口径: which loans a figure counts, part of every series' key.</summary>
/// <param name="ValidFrom">The first month with figures of this scope; null when no beginning is known.</param>
/// <param name="Replaces">The code of the scope that it continues; null when it continues none.</param>
public sealed record StatisticalScope(
    string Code, LocalizedText Name, LocalizedText Definition, YearMonth? ValidFrom, string? Replaces);
