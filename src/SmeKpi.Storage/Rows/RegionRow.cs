using SmeKpi.Core.Statistics;

namespace SmeKpi.Storage.Rows;

/// <summary>One version of an area; a change is a new row.</summary>
public sealed class RegionRow
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public long KnownSinceTicks { get; init; }

    public int ImportId { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public string? ParentCode { get; init; }

    public RegionKind Kind { get; init; }
}
