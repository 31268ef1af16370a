namespace SmeKpi.Storage.Rows;

/// <summary>One series. An empty bank code is the area's published total, so that the unique index sees it.</summary>
public sealed class SeriesRow
{
    public int Id { get; init; }

    public required string Indicator { get; init; }

    public required string Scope { get; init; }

    public required string BankCode { get; init; }

    public required string RegionCode { get; init; }
}
