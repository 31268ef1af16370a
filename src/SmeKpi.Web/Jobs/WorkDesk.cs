using Hangfire;
using SmeKpi.Core.Policies;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Work;

namespace SmeKpi.Web.Jobs;

/// <summary>Writes work down in the database and hands it to the job server.</summary>
internal sealed class WorkDesk(
    WorkQueue queue, IBackgroundJobClient jobs, SnapshotReader snapshots, PolicyDocument policy)
{
    /// <summary>Asks for the readings of the newest data, once for each version of data and law.</summary>
    public async Task EnqueueComputeAsync(CancellationToken cancellationToken)
    {
        if (await snapshots.DataVersionAsync(cancellationToken: cancellationToken) is { } version)
        {
            await EnqueueAsync(
                WorkKinds.Compute, WorkKinds.ComputeKey(version, policy.Version), string.Empty, cancellationToken);
        }
    }

    public async Task<long> EnqueueAsync(
        string kind, string key, string argument, CancellationToken cancellationToken)
    {
        long id = await queue.EnqueueAsync(kind, key, argument, cancellationToken);
        Hand(id);
        return id;
    }

    /// <summary>Hands over everything unfinished: in-memory jobs end with their process, the rows do not.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (WorkItem item in await queue.UnfinishedAsync(cancellationToken))
        {
            Hand(item.Id);
        }
    }

    public Task CompleteAsync(Fence fence, CancellationToken cancellationToken) =>
        queue.CompleteAsync(fence.WorkId, fence.Token, cancellationToken);

    private void Hand(long id) =>
        jobs.Enqueue<WorkDispatcher>(dispatcher => dispatcher.RunAsync(id, CancellationToken.None));
}
