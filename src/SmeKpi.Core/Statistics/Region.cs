using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

public enum RegionKind
{
    Nation,
    Province,
    City,

    /// <summary>县（市、区）: a county-level division with a GB/T 2260 code.</summary>
    County,

    /// <summary>功能区: a management zone; its figures are reported apart from the district it lies in.</summary>
    Zone,
}

/// <param name="Parent">The area it lies in. A zone's figures are not part of the figures of its parent district.</param>
public sealed record Region(string Code, LocalizedText Name, string? Parent, RegionKind Kind);
