namespace SmeKpi.Storage.Rows;

/// <summary>The forecast of one target from one month, as the newest data and policy give it. Replaced when it changes.</summary>
public sealed class ForecastRow
{
    public required string Kpi { get; init; }

    /// <summary>yyyymm; the last month with figures.</summary>
    public int Month { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>The version of the data that it was computed from when it last changed.</summary>
    public long DataKnownSinceTicks { get; set; }

    public long ComputedTicks { get; set; }

    public required string PolicyVersion { get; set; }

    public required string PayloadJson { get; set; }

    /// <summary>Null where there is no forecast. Apart from the payload, because only one page asks for it.</summary>
    public string? BackTestJson { get; set; }
}
