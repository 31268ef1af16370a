using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Observations;

/// <summary>Which observations are asked for; null means all.</summary>
/// <param name="Bank">A bank's code; empty for the area's published total.</param>
public sealed record ObservationQuery(
    string Indicator,
    string? Scope = null,
    string? Bank = null,
    string? Region = null,
    YearMonth? From = null,
    YearMonth? To = null,
    DateTimeOffset? AsOf = null);
