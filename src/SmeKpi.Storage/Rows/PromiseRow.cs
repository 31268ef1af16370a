using SmeKpi.Core.Promises;

namespace SmeKpi.Storage.Rows;

/// <summary>调度会. Rows of meetings, promises and steps are only ever added.</summary>
public sealed class MeetingRow
{
    public int Id { get; init; }

    /// <summary>yyyymmdd, the day in the city</summary>
    public int HeldOnYmd { get; init; }

    public required string Name { get; init; }

    public required string Actor { get; init; }

    public long AtTicks { get; init; }

    public bool Synthetic { get; init; }
}

/// <summary>承诺, as it was made; what became of it stands in its steps.</summary>
public sealed class PromiseRow
{
    public int Id { get; init; }

    public int MeetingId { get; init; }

    public required string Text { get; init; }

    /// <summary>As in M01.1; null when it is about a measure as a whole.</summary>
    public string? Target { get; init; }

    public int Measure { get; init; }

    public OwnerKind OwnerKind { get; init; }

    public required string OwnerCode { get; init; }

    /// <summary>yyyymmdd, the date first promised</summary>
    public int DueYmd { get; init; }

    public required string Actor { get; init; }

    public long AtTicks { get; init; }

    public bool Synthetic { get; init; }
}

/// <summary>What one meeting found about a promise.</summary>
public sealed class PromiseStepRow
{
    public int Id { get; init; }

    public int PromiseId { get; init; }

    public int MeetingId { get; init; }

    public PromiseAct Act { get; init; }

    /// <summary>yyyymmdd; only for a promise that was carried over</summary>
    public int? NewDueYmd { get; init; }

    public required string Note { get; init; }

    public required string Actor { get; init; }

    public long AtTicks { get; init; }
}
