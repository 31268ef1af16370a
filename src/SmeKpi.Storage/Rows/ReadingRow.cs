using SmeKpi.Core.Kpis;

namespace SmeKpi.Storage.Rows;

/// <summary>A computed reading. Appended when it differs from the newest one of its key, never changed.</summary>
public sealed class ReadingRow
{
    public long Id { get; init; }

    public required string Kpi { get; init; }

    public required string Reading { get; init; }

    /// <summary>yyyymm</summary>
    public int Month { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>Empty for the area itself.</summary>
    public required string BankCode { get; init; }

    /// <summary>The version of the data that it was computed from.</summary>
    public long DataKnownSinceTicks { get; init; }

    public long ComputedTicks { get; init; }

    public required string PolicyVersion { get; init; }

    public Standing Standing { get; init; }

    public required string PayloadJson { get; init; }
}
