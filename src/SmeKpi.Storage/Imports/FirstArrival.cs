using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Imports;

/// <summary>When the first figure of an indicator was stored for a bank and a month.</summary>
/// <param name="KnownSince">The moment since which the import that stored it is known.</param>
public sealed record FirstArrival(
    string Bank, string Indicator, YearMonth Month, DateTimeOffset KnownSince, int ImportId);
