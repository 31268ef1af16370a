using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Promises;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Promises;

/// <summary>Every meeting and every promise with what became of it.</summary>
/// <param name="Meetings">Newest first.</param>
/// <param name="Promises">In the order in which they were recorded.</param>
public sealed record PromiseBook(IReadOnlyList<Meeting> Meetings, IReadOnlyList<Promise> Promises)
{
    public static PromiseBook Empty { get; } = new([], []);
}

/// <summary>Reads meetings and promises. It knows every row: people come here through the hall only.</summary>
public sealed class PromiseReader(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <summary>All of them: a city has a few hundred in a year.</summary>
    public async Task<PromiseBook> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(context, cancellationToken);
    }

    internal static async Task<PromiseBook> ReadAsync(SmeKpiContext context, CancellationToken cancellationToken)
    {
        Dictionary<int, Meeting> meetings = await context.Meetings.AsNoTracking()
            .ToDictionaryAsync(row => row.Id, Of, cancellationToken);
        if (meetings.Count == 0)
        {
            return PromiseBook.Empty;
        }

        ILookup<int, PromiseStepRow> steps =
            (await context.PromiseSteps.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.PromiseId);
        List<PromiseRow> rows = await context.Promises.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new PromiseBook(
            [.. meetings.Values.OrderByDescending(meeting => meeting.HeldOn).ThenByDescending(meeting => meeting.Id)],
            [.. rows.Select(row => Of(row, meetings, steps[row.Id]))]);
    }

    internal static Meeting Of(MeetingRow row) =>
        new(row.Id, Days.ToDay(row.HeldOnYmd), row.Name, row.Actor, Ticks.ToMoment(row.AtTicks), row.Synthetic);

    private static Promise Of(PromiseRow row, Dictionary<int, Meeting> meetings, IEnumerable<PromiseStepRow> steps) => new(
        row.Id,
        row.MeetingId,
        meetings[row.MeetingId].HeldOn,
        row.Text,
        new PromiseTopic(row.Target, row.Measure),
        new PromiseOwner(row.OwnerKind, row.OwnerCode),
        Days.ToDay(row.DueYmd),
        row.Actor,
        Ticks.ToMoment(row.AtTicks),
        row.Synthetic,
        [
            .. steps.Select(step => new PromiseStep(
                    step.MeetingId,
                    meetings[step.MeetingId].HeldOn,
                    step.Act,
                    step.NewDueYmd is { } due ? Days.ToDay(due) : null,
                    step.Note,
                    step.Actor,
                    Ticks.ToMoment(step.AtTicks)))
                .OrderBy(step => step.HeldOn),
        ]);
}
