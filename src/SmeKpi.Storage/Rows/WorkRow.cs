namespace SmeKpi.Storage.Rows;

public enum WorkState
{
    Queued,
    Running,
    Done,
    Failed,
}

/// <summary>One piece of work that is done once, however often a job runs for it.</summary>
public sealed class WorkRow
{
    public long Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>Names the piece of work; asking for it twice gives the same row.</summary>
    public required string BusinessKey { get; init; }

    public required string Argument { get; init; }

    public WorkState State { get; init; }

    public long? LeaseUntilTicks { get; init; }

    /// <summary>Grows with every lease; effects are stored only under the current one.</summary>
    public long FencingToken { get; init; }

    /// <summary>Failures that were reported. A killed process does not count.</summary>
    public int Attempts { get; init; }

    public long CreatedTicks { get; init; }

    public long? FinishedTicks { get; init; }

    public string? Error { get; init; }
}
