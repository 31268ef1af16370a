using Hangfire;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Jobs;

/// <summary>Registers the schedule and takes up what an earlier process left unfinished, before any job runs.</summary>
internal sealed class JobStart(
    IRecurringJobManager recurring, WorkQueue queue, WorkDesk desk, AuditAnchorer anchorer, Settings settings)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Database == DatabaseKind.Sqlite)
        {
            // Jobs of an embedded database live in one process, and that one is starting.
            await queue.ReleaseAsync(cancellationToken);
        }

        Schedule.Register(recurring);
        if (anchorer.IsDue())
        {
            recurring.Trigger(Schedule.AnchorAudit);
        }

        await desk.EnqueueComputeAsync(cancellationToken);
        await desk.ResumeAsync(cancellationToken);
    }
}
