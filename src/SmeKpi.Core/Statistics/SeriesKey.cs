namespace SmeKpi.Core.Statistics;

/// <summary>One series: what is counted, in which scope (口径), who reports it, for which area.</summary>
/// <param name="Indicator">A code of indicators.yaml, as in <c>loans.all.balance</c>.</param>
/// <param name="Scope">A scope code: rmb, rmb_fx, nfra, pboc, or - where there is no choice.</param>
/// <param name="Bank">The reporting bank's code; null for the area's published total.</param>
/// <param name="Region">The area's code.</param>
public sealed record SeriesKey(string Indicator, string Scope, string? Bank, string Region);
