using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Readings;

/// <summary>A month whose readings are stored, and what they reflect.</summary>
public sealed record ComputedMonth(
    YearMonth Month, DateTimeOffset DataKnownSince, DateTimeOffset Computed, string PolicyVersion);
