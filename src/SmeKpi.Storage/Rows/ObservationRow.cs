namespace SmeKpi.Storage.Rows;

public enum ObservationStatus : byte
{
    Final = 0,

    /// <summary>Filed but not yet published.</summary>
    Draft = 1,
}

/// <summary>One vintage of one value. Rows are only ever added: a correction is a new row known since later.</summary>
/// <remarks>
/// At most one of the three numbers is set; none means "not reported". Ids grow with the moment known since, because
/// writers are serialized.
/// </remarks>
public sealed class ObservationRow
{
    public long Id { get; init; }

    public int SeriesId { get; init; }

    /// <summary>yyyymm</summary>
    public int Month { get; init; }

    public long KnownSinceTicks { get; init; }

    public int ImportId { get; init; }

    public long? AmountFen { get; init; }

    public long? Count { get; init; }

    /// <summary>Millionths of the fraction: 3.45 % is 34,500.</summary>
    public long? RateMillionths { get; init; }

    public ObservationStatus Status { get; init; }

    public bool Synthetic { get; init; }

    /// <summary>The sheet within its import's list; 0 where the file has no sheets.</summary>
    public short SheetNumber { get; init; }

    public int CellRow { get; init; }

    public int CellColumn { get; init; }
}
