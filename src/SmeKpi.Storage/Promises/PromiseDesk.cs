using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Promises;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Promises;

/// <summary>A promise as somebody records it.</summary>
public sealed record NewPromise(int Meeting, string Text, PromiseTopic Topic, PromiseOwner Owner, DateOnly? Due);

/// <summary>What a meeting found, as somebody records it.</summary>
public sealed record NewStep(int Meeting, int Promise, PromiseAct Act, DateOnly? NewDue, string Note);

/// <summary>What came of recording something.</summary>
/// <param name="Id">Of what was recorded; null when nothing was.</param>
public sealed record Recorded(int? Id, PromiseRefusal? Refusal);

/// <summary>Records meetings, promises and what became of them: each in one transaction with its audit entry.</summary>
/// <remarks>Rows are only added. What was recorded wrongly is withdrawn in the next meeting, with the reason.</remarks>
public sealed class PromiseDesk(
    IDbContextFactory<SmeKpiContext> contexts,
    AuditLog audit,
    TimeProvider clock,
    PromiseRules rules,
    PolicyDocument policy,
    MasterDataReader masterData)
{
    public async Task<Recorded> RecordMeetingAsync(
        DateOnly? heldOn, string name, Filer by, CancellationToken cancellationToken = default) =>
        rules.MayRecord(by.Viewer)
            ? (PromiseRules.Day(heldOn) ?? PromiseRules.Text(name)) is { } unfit
                ? Refused(unfit)
                : await AddAsync(heldOn!.Value, name.Trim(), by, cancellationToken)
            : await DeniedAsync(by, AuditAction.Meeting, "new", cancellationToken);

    public async Task<Recorded> RecordPromiseAsync(NewPromise made, Filer by, CancellationToken cancellationToken = default)
    {
        if (!rules.MayRecord(by.Viewer))
        {
            return await DeniedAsync(by, AuditAction.Promise, "new", cancellationToken);
        }

        MasterData master = await masterData.ReadAsync(cancellationToken: cancellationToken);
        if (PromiseReferences.Known(made.Topic, policy) is not { } topic)
        {
            return Refused(PromiseRefusal.TopicIsUnknown);
        }

        bool isKnown = PromiseReferences.NameOf(made.Owner, policy, master) is not null
            && rules.MaySee(by.Viewer, made.Owner, master);
        return !isKnown ? Refused(PromiseRefusal.OwnerIsUnknown)
            : PromiseRules.Text(made.Text) is { } unfit ? Refused(unfit)
            : await AddAsync(made with { Topic = topic, Text = made.Text.Trim() }, by, cancellationToken);
    }

    /// <summary>Follows a promise in a later meeting.</summary>
    public async Task<Recorded> FollowAsync(NewStep step, Filer by, CancellationToken cancellationToken = default) =>
        rules.MayRecord(by.Viewer)
            ? await FollowAsync(step, by, await masterData.ReadAsync(cancellationToken: cancellationToken), cancellationToken)
            : await DeniedAsync(by, AuditAction.Promise, Named(step.Promise), cancellationToken);

    private Task<Recorded> FollowAsync(NewStep step, Filer by, MasterData master, CancellationToken cancellationToken) =>
        WriteTransaction.RunAsync(
            contexts, (context, token) => FollowAsync(context, step, by, master, token), cancellationToken);

    private Task<Recorded> AddAsync(DateOnly heldOn, string name, Filer by, CancellationToken cancellationToken) =>
        WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                MeetingRow row = new()
                {
                    HeldOnYmd = Days.ToYmd(heldOn), Name = name, Actor = by.Actor.Name, AtTicks = clock.UtcTicks(),
                };
                context.Add(row);
                await context.SaveChangesAsync(token);
                string detail = string.Create(CultureInfo.InvariantCulture, $"held on {heldOn:yyyy-MM-dd}: {name}");
                return await CommitAsync(
                    context, row.Id, by.Actor.Did(AuditAction.Meeting, MeetingNamed(row.Id), detail: detail), token);
            },
            cancellationToken);

    private Task<Recorded> AddAsync(NewPromise made, Filer by, CancellationToken cancellationToken) =>
        WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                if (await context.Meetings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == made.Meeting, token)
                    is not { } meeting)
                {
                    return Refused(PromiseRefusal.Unknown);
                }

                if (PromiseRules.Due(made.Due, Days.ToDay(meeting.HeldOnYmd)) is { } unfit)
                {
                    return Refused(unfit);
                }

                PromiseRow row = Row(made, by);
                context.Add(row);
                await context.SaveChangesAsync(token);
                string detail = string.Create(
                    CultureInfo.InvariantCulture,
                    $"made in {MeetingNamed(made.Meeting)} by {made.Owner.Kind} {made.Owner.Code}, due {made.Due:yyyy-MM-dd}: {made.Text}");
                return await CommitAsync(context, row.Id, by.Actor.Did(AuditAction.Promise, Named(row.Id), detail: detail), token);
            },
            cancellationToken);

    private async Task<Recorded> FollowAsync(
        SmeKpiContext context, NewStep step, Filer by, MasterData master, CancellationToken cancellationToken)
    {
        PromiseBook book = await PromiseReader.ReadAsync(context, cancellationToken);
        if (book.Meetings.FirstOrDefault(each => each.Id == step.Meeting) is not { } meeting
            || book.Promises.FirstOrDefault(each => each.Id == step.Promise) is not { } promise
            || !rules.MaySee(by.Viewer, promise.Owner, master))
        {
            return Refused(PromiseRefusal.Unknown);
        }

        if (PromiseRules.Follow(promise, meeting, step.Act, step.NewDue, step.Note) is { } refusal)
        {
            return Refused(refusal);
        }

        PromiseStepRow row = new()
        {
            PromiseId = promise.Id,
            MeetingId = meeting.Id,
            Act = step.Act,
            NewDueYmd = step.NewDue is { } due ? Days.ToYmd(due) : null,
            Note = step.Note.Trim(),
            Actor = by.Actor.Name,
            AtTicks = clock.UtcTicks(),
        };
        context.Add(row);
        string until = step.NewDue is { } day ? string.Create(CultureInfo.InvariantCulture, $" until {day:yyyy-MM-dd}") : "";
        return await CommitAsync(
            context,
            promise.Id,
            by.Actor.Did(
                AuditAction.Promise, Named(promise.Id), detail: $"{step.Act}{until} in {MeetingNamed(meeting.Id)}: {row.Note}"),
            cancellationToken);
    }

    private PromiseRow Row(NewPromise made, Filer by) => new()
    {
        MeetingId = made.Meeting,
        Text = made.Text,
        Target = made.Topic.Target,
        Measure = made.Topic.Measure,
        OwnerKind = made.Owner.Kind,
        OwnerCode = made.Owner.Code,
        DueYmd = Days.ToYmd(made.Due!.Value),
        Actor = by.Actor.Name,
        AtTicks = clock.UtcTicks(),
    };

    private async Task<Recorded> CommitAsync(
        SmeKpiContext context, int id, AuditEvent what, CancellationToken cancellationToken)
    {
        await audit.SaveAsync(context, [what], cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
        return new Recorded(id, null);
    }

    private async Task<Recorded> DeniedAsync(Filer by, string action, string target, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(
            by.Actor.Did(AuditAction.Denied, target, $"{action}: {Right.PromisesWrite}", AuditResult.Denied), cancellationToken);
        return Refused(PromiseRefusal.NoRight);
    }

    private static Recorded Refused(PromiseRefusal refusal) => new(null, refusal);

    private static string Named(int promise) => string.Create(CultureInfo.InvariantCulture, $"promise {promise}");

    private static string MeetingNamed(int meeting) => string.Create(CultureInfo.InvariantCulture, $"meeting {meeting}");
}
