using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Work;

/// <summary>A piece of work as it stands.</summary>
/// <param name="Attempts">Failures that were reported so far.</param>
/// <param name="LeaseUntil">Until when a worker holds it; null unless it is running.</param>
public sealed record WorkItem(
    long Id,
    string Kind,
    string BusinessKey,
    string Argument,
    WorkState State,
    int Attempts,
    DateTimeOffset? LeaseUntil,
    DateTimeOffset Created,
    DateTimeOffset? Finished,
    string? Error);
