namespace SmeKpi.Storage.Rows;

/// <summary>The newest version of the data and of the policy that the readings of a month reflect.</summary>
/// <remarks>Needed because readings that did not change leave no row of their own.</remarks>
public sealed class ComputedMonthRow
{
    /// <summary>yyyymm</summary>
    public int Month { get; init; }

    public long DataKnownSinceTicks { get; set; }

    public long ComputedTicks { get; set; }

    public required string PolicyVersion { get; set; }
}
