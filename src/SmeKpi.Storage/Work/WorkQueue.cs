using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Work;

/// <summary>What there is to do and who may do it. Jobs run at least once; this makes effects happen once.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, although no collection.")]
public sealed class WorkQueue(IDbContextFactory<SmeKpiContext> contexts, TimeProvider clock)
{
    /// <summary>How many reported failures end a piece of work.</summary>
    public const int MaxAttempts = 5;

    /// <summary>Asks for a piece of work. Asking again for the same key changes nothing, even when done.</summary>
    /// <returns>The id of the row.</returns>
    public Task<long> EnqueueAsync(
        string kind, string businessKey, string argument, CancellationToken cancellationToken = default) =>
        WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                long? existing = await context.Work.Where(row => row.BusinessKey == businessKey)
                    .Select(row => (long?)row.Id).SingleOrDefaultAsync(token);
                if (existing is { } id)
                {
                    return id;
                }

                var added = new WorkRow
                {
                    Kind = kind,
                    BusinessKey = businessKey,
                    Argument = argument,
                    State = WorkState.Queued,
                    CreatedTicks = clock.UtcTicks(),
                };
                context.Add(added);
                await context.SaveChangesAsync(token);
                await context.Database.CommitTransactionAsync(token);
                return added.Id;
            },
            cancellationToken);

    /// <summary>Takes a piece of work that is queued, or whose worker let its lease run out.</summary>
    /// <returns>The fencing token, or null when there is nothing to take; two workers never get the same.</returns>
    public async Task<long?> TryLeaseAsync(
        long id, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        long? last = await context.Work.Where(row => row.Id == id)
            .Select(row => (long?)row.FencingToken).SingleOrDefaultAsync(cancellationToken);
        long now = clock.UtcTicks();
        long until = now + duration.Ticks;

        // Naming the last token makes the update fail for all but the first of several workers.
        int taken = await Takeable(context, id, now).Where(row => row.FencingToken == last).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, WorkState.Running)
                .SetProperty(row => row.FencingToken, row => row.FencingToken + 1)
                .SetProperty(row => row.LeaseUntilTicks, until),
            cancellationToken);
        return taken == 1 ? last + 1 : null;
    }

    /// <summary>Extends a lease.</summary>
    /// <returns>False when another worker has taken over or the work has ended: stop.</returns>
    public async Task<bool> RenewAsync(
        long id, long token, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        long until = clock.UtcTicks() + duration.Ticks;
        return await Held(context, id, token).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseUntilTicks, until), cancellationToken) == 1;
    }

    /// <summary>Ends a piece of work whose effects are stored already or that has none.</summary>
    /// <returns>False when the token is not the current one.</returns>
    public async Task<bool> CompleteAsync(long id, long token, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await CompleteAsync(context, id, token, clock.UtcTicks(), cancellationToken);
    }

    /// <summary>Reports a failure: the work waits to be taken again, or has failed after the last attempt.</summary>
    /// <returns>False when the token is not the current one.</returns>
    public async Task<bool> FailAsync(
        long id, long token, string error, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        long? now = clock.UtcTicks();
        return await Held(context, id, token).ExecuteUpdateAsync(
            set => set
                .SetProperty(
                    row => row.State, row => row.Attempts + 1 < MaxAttempts ? WorkState.Queued : WorkState.Failed)
                .SetProperty(row => row.FinishedTicks, row => row.Attempts + 1 < MaxAttempts ? null : now)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                .SetProperty(row => row.LeaseUntilTicks, (long?)null)
                .SetProperty(row => row.Error, error),
            cancellationToken) == 1;
    }

    /// <summary>How many pieces of work wait or run; at once, for a meter that cannot wait.</summary>
    public long CountOpen()
    {
        using SmeKpiContext context = contexts.CreateDbContext();
        return context.Work.LongCount(row => row.State == WorkState.Queued || row.State == WorkState.Running);
    }

    /// <summary>Everything queued or running, oldest first: what a start hands to the job server again.</summary>
    public async Task<IReadOnlyList<WorkItem>> UnfinishedAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<WorkRow> rows = await Unfinished(context).ToListAsync(cancellationToken);
        return [.. rows.Select(ToItem)];
    }

    /// <summary>Ends every lease at once, for a start on a database that no other process works on.</summary>
    /// <remarks>A worker that is alive after all is kept from storing by its fencing token.</remarks>
    public async Task ReleaseAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Work.Where(row => row.State == WorkState.Running).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, WorkState.Queued).SetProperty(row => row.LeaseUntilTicks, (long?)null),
            cancellationToken);
    }

    /// <returns>Null when there is no such piece of work.</returns>
    public async Task<WorkItem?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            is { } row ? ToItem(row) : null;
    }

    internal static IQueryable<WorkRow> Takeable(SmeKpiContext context, long id, long now) => context.Work.Where(row =>
        row.Id == id
        && (row.State == WorkState.Queued || (row.State == WorkState.Running && row.LeaseUntilTicks < now)));

    internal static IQueryable<WorkRow> Held(SmeKpiContext context, long id, long token) => context.Work.Where(row =>
        row.Id == id && row.FencingToken == token && row.State == WorkState.Running);

    internal static IQueryable<WorkRow> Unfinished(SmeKpiContext context) => context.Work.AsNoTracking()
        .Where(row => row.State == WorkState.Queued || row.State == WorkState.Running).OrderBy(row => row.Id);

    /// <summary>Checks the lease inside the transaction that stores the effects.</summary>
    /// <returns>False when it was taken over: the transaction must not be committed.</returns>
    internal static async Task<bool> PassAsync(
        SmeKpiContext context, Fence? fence, long now, CancellationToken cancellationToken) => fence switch
    {
        null => true,
        { Completes: true } => await CompleteAsync(context, fence.WorkId, fence.Token, now, cancellationToken),
        _ => await Held(context, fence.WorkId, fence.Token).AnyAsync(cancellationToken),
    };

    private static async Task<bool> CompleteAsync(
        SmeKpiContext context, long id, long token, long now, CancellationToken cancellationToken) =>
        await Held(context, id, token).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, WorkState.Done)
                .SetProperty(row => row.LeaseUntilTicks, (long?)null)
                .SetProperty(row => row.FinishedTicks, now)
                .SetProperty(row => row.Error, (string?)null),
            cancellationToken) == 1;

    private static WorkItem ToItem(WorkRow row) => new(
        row.Id,
        row.Kind,
        row.BusinessKey,
        row.Argument,
        row.State,
        row.Attempts,
        row.LeaseUntilTicks is { } until ? Ticks.ToMoment(until) : null,
        Ticks.ToMoment(row.CreatedTicks),
        row.FinishedTicks is { } finished ? Ticks.ToMoment(finished) : null,
        row.Error);
}
