using Hangfire;
using SmeKpi.Storage.Work;

namespace SmeKpi.Web.Jobs;

/// <summary>Does one piece of work, whatever its kind.</summary>
/// <remarks>Safe to run any number of times: what is done is not done again, what another holds is left to it.</remarks>
internal sealed class WorkDispatcher(
    WorkRunner runner, ImportDroppedFile import, ComputeReadings compute, CheckFiling check)
{
    /// <param name="workId">The row of the work: plain, so that the stored job stays readable.</param>
    [AutomaticRetry(Attempts = WorkQueue.MaxAttempts - 1)]
    public Task RunAsync(long workId, CancellationToken cancellationToken) =>
        runner.RunAsync(workId, DoAsync, cancellationToken);

    private Task DoAsync(WorkItem item, Fence fence, CancellationToken cancellationToken) => item.Kind switch
    {
        WorkKinds.Import => import.RunAsync(item, fence, cancellationToken),
        WorkKinds.Compute => compute.RunAsync(fence, cancellationToken),
        WorkKinds.CheckFiling => check.RunAsync(item, fence, cancellationToken),
        _ => throw new InvalidOperationException($"There is no work of kind '{item.Kind}'."),
    };
}
