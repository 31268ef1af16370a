using SmeKpi.Core.Kpis;

namespace SmeKpi.Storage.Readings;

/// <summary>A reading as it was stored.</summary>
/// <param name="DataKnownSince">The version of the data that it was computed from.</param>
/// <param name="PolicyVersion">The version of the policy that it was judged by.</param>
public sealed record StoredReading(
    KpiReading Reading, DateTimeOffset DataKnownSince, DateTimeOffset Computed, string PolicyVersion);
