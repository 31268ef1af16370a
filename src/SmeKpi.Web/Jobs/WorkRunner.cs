using Hangfire;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;

namespace SmeKpi.Web.Jobs;

/// <summary>Takes a piece of work under a lease, keeps the lease while it runs, and reports a failure.</summary>
/// <remarks>
/// Hangfire may start a job twice or on two machines; only the holder of the current fencing token stores effects. A
/// job that finds its work held by another comes back when that lease has run out.
/// </remarks>
internal sealed partial class WorkRunner(
    WorkQueue queue, IBackgroundJobClient jobs, TimeProvider clock, ILogger<WorkRunner> logger)
{
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(1);

    public async Task RunAsync(
        long workId, Func<WorkItem, Fence, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (await queue.TryLeaseAsync(workId, s_lease, cancellationToken) is not { } token)
        {
            await ComeBackAsync(workId, cancellationToken);
            return;
        }

        WorkItem item = await queue.FindAsync(workId, cancellationToken)
            ?? throw new InvalidOperationException($"The leased work {workId} does not exist.");
        using CancellationTokenSource lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task keeping = KeepAsync(workId, token, lost);
        try
        {
            await work(item, new Fence(workId, token), lost.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(item.Kind, item.BusinessKey, exception);
            await queue.FailAsync(workId, token, exception.Message, CancellationToken.None);
            throw;
        }
        finally
        {
            await lost.CancelAsync();
            await keeping;
        }
    }

    private async Task KeepAsync(long workId, long token, CancellationTokenSource lost)
    {
        using PeriodicTimer timer = new(s_lease / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(lost.Token))
            {
                if (!await queue.RenewAsync(workId, token, s_lease, lost.Token))
                {
                    await lost.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended, or the lease was lost and the work is told so by the same token.
        }
    }

    private async Task ComeBackAsync(long workId, CancellationToken cancellationToken)
    {
        if (await queue.FindAsync(workId, cancellationToken) is { State: WorkState.Running, LeaseUntil: { } until })
        {
            jobs.Schedule<WorkDispatcher>(
                dispatcher => dispatcher.RunAsync(workId, CancellationToken.None),
                until.AddSeconds(1) - clock.GetUtcNow());
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {Key} failed")]
    private partial void Failed(string kind, string key, Exception exception);
}
