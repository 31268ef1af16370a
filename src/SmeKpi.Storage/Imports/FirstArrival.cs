using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Imports;

/// <summary>When a bank filed its first figure of an indicator for a month.</summary>
/// <param name="At">When it was received; for a file that came without a filing, since when it is known.</param>
public sealed record FirstArrival(string Bank, string Indicator, YearMonth Month, DateTimeOffset At, int ImportId);
