namespace SmeKpi.Core.Policies;

/// <summary>Which share of a year's increment is usually reached by the end of each month (历史季节进度).</summary>
/// <param name="CumulativeShares">Twelve fractions, January first; they may fall; the last one is 1.</param>
public sealed record SeasonalProfile(IReadOnlyList<decimal> CumulativeShares);
