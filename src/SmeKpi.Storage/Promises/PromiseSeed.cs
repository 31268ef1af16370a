using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Promises;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Promises;

/// <summary>Gives a demonstration its made-up meetings: all of them or none, and only where there are none.</summary>
public sealed class PromiseSeed(IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock)
{
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.Meetings.AnyAsync(cancellationToken);
    }

    /// <exception cref="InvalidOperationException">A meeting of the file finds what no meeting may find.</exception>
    public Task StoreAsync(IReadOnlyList<DemoMeeting> meetings, CancellationToken cancellationToken = default) =>
        WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                if (!await context.Meetings.AnyAsync(token))
                {
                    await AddAsync(context, meetings, token);
                    await audit.SaveAsync(
                        context, [AuditActor.Program.Did(AuditAction.Meeting, "seed-data", detail: "made-up meetings")], token);
                    await context.Database.CommitTransactionAsync(token);
                }

                return true;
            },
            cancellationToken);

    private async Task AddAsync(
        SmeKpiContext context, IReadOnlyList<DemoMeeting> meetings, CancellationToken cancellationToken)
    {
        Dictionary<string, int> ids = [];
        foreach (DemoMeeting meeting in meetings)
        {
            MeetingRow row = Of(meeting);
            context.Add(row);
            await context.SaveChangesAsync(cancellationToken);
            PromiseBook book = await PromiseReader.ReadAsync(context, cancellationToken);
            foreach (DemoStep step in meeting.Follows)
            {
                Check(book.Promises.Single(promise => promise.Id == ids[step.Promise]), PromiseReader.Of(row), step);
                context.Add(Of(step, ids[step.Promise], row.Id));
            }

            foreach (DemoPromise promise in meeting.Promises)
            {
                PromiseRow made = Of(promise, row.Id);
                context.Add(made);
                await context.SaveChangesAsync(cancellationToken);
                ids.Add(promise.Key, made.Id);
            }
        }
    }

    private static void Check(Promise promise, Meeting meeting, DemoStep step)
    {
        if (PromiseRules.Follow(promise, meeting, step.Act, step.NewDue, step.Note) is { } refusal)
        {
            throw new InvalidOperationException($"The made-up promise '{step.Promise}' cannot be followed: {refusal}.");
        }
    }

    private MeetingRow Of(DemoMeeting meeting) => new()
    {
        HeldOnYmd = Days.ToYmd(meeting.HeldOn),
        Name = meeting.Name,
        Actor = AuditActor.Program.Name,
        AtTicks = clock.UtcTicks(),
        Synthetic = true,
    };

    private PromiseRow Of(DemoPromise promise, int meeting) => new()
    {
        MeetingId = meeting,
        Text = promise.Text,
        Target = promise.Topic.Target,
        Measure = promise.Topic.Measure,
        OwnerKind = promise.Owner.Kind,
        OwnerCode = promise.Owner.Code,
        DueYmd = Days.ToYmd(promise.Due),
        Actor = AuditActor.Program.Name,
        AtTicks = clock.UtcTicks(),
        Synthetic = true,
    };

    private PromiseStepRow Of(DemoStep step, int promise, int meeting) => new()
    {
        PromiseId = promise,
        MeetingId = meeting,
        Act = step.Act,
        NewDueYmd = step.NewDue is { } due ? Days.ToYmd(due) : null,
        Note = step.Note,
        Actor = AuditActor.Program.Name,
        AtTicks = clock.UtcTicks(),
    };
}
