namespace SmeKpi.Storage.Work;

/// <summary>The lease under which effects are stored; a worker whose lease was taken over stores nothing.</summary>
/// <param name="Completes">True when storing the effects is all there was to do: the same transaction ends the work.</param>
public sealed record Fence(long WorkId, long Token, bool Completes = true);
