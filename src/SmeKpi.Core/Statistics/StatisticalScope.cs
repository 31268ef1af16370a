using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>统计口径: which loans a figure counts, part of every series' key.</summary>
/// <param name="ValidFrom">The first month with figures of this scope; null when no beginning is known.</param>
/// <param name="Replaces">The code of the scope that it continues; null when it continues none.</param>
public sealed record StatisticalScope(
    string Code, LocalizedText Name, LocalizedText Definition, YearMonth? ValidFrom, string? Replaces)
{
    /// <summary>The last month for which its definition was in force; null while it is. It may be reported on.</summary>
    public YearMonth? ValidTo { get; init; }

    /// <summary>Where the definition stands; null where nobody wrote one down.</summary>
    public LocalizedText? Source { get; init; }
}
