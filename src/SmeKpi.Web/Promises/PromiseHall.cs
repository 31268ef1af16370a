using SmeKpi.Core.Access;
using SmeKpi.Core.Digest;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Promises;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Promises;
using SmeKpi.Web.Access;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Promises;

/// <summary>Where promises are read and recorded: pages and API come through here, with who they are and what they may see.</summary>
internal sealed class PromiseHall(
    CurrentViewer current,
    RightsTable rights,
    IHttpContextAccessor accessor,
    BankViews views,
    PromiseDesk desk,
    PromiseReader reader,
    PromiseRules rules,
    PolicyDocument policy,
    MasterDataReader masterData,
    FilingShelf shelf)
{
    /// <summary>Meetings and promises that the person may see; being shown those of banks leaves a trace.</summary>
    /// <returns>Null for whoever may read none.</returns>
    public async Task<PromiseBoard?> ShowAsync(CancellationToken cancellationToken)
    {
        PromiseBoard? board = await ReadAsync(cancellationToken);
        if (board is not null)
        {
            YearMonth month = new(board.Today.Year, board.Today.Month);
            IEnumerable<PromiseOwner> owners = board.Items.Select(item => item.Promise.Owner);
            await views.RecordAsync(
                owners.Where(owner => owner.Kind == OwnerKind.Bank).Select(owner => owner.Code), null, month, month, cancellationToken);
        }

        return board;
    }

    /// <summary>The same without a trace, for panels: they show promises of banks only beside other rows of banks.</summary>
    /// <returns>Null for whoever may read none.</returns>
    public async Task<PromiseBoard?> ReadAsync(CancellationToken cancellationToken)
    {
        Viewer viewer = await current.GetAsync();
        if (!rights.Allows(viewer, Right.PromisesRead))
        {
            return null;
        }

        PromiseBook book = await reader.ReadAsync(cancellationToken);
        MasterData master = await masterData.ReadAsync(cancellationToken: cancellationToken);
        List<Promise> seen = [.. book.Promises.Where(promise => rules.MaySee(viewer, promise.Owner, master))];
        DateOnly today = (await shelf.ReadAsync(asOf: null, cancellationToken)).Today;
        return new PromiseBoard(
            Meetings(viewer, book, seen),
            [.. Sorted(seen.Select(promise => Item(promise, book, master, today)))],
            today,
            rules.MayRecord(viewer));
    }

    /// <summary>How the promises that the person may see stand when the figures of a month are spoken of.</summary>
    /// <param name="asOf">The moment shown; its day is then today. Null for now.</param>
    public static PromiseCount? Count(PromiseBoard? board, YearMonth month, DateTimeOffset? asOf)
    {
        if (board is null)
        {
            return null;
        }

        DateOnly shown = asOf is { } moment ? DateOnly.FromDateTime(moment.ToOffset(Api.Moments.ChinaOffset).DateTime) : board.Today;
        return PromiseTally.Of(
            [.. board.Items.Select(item => item.Promise)],
            board.Meetings,
            PromiseTally.DayOf(month, shown < board.Today ? shown : board.Today));
    }

    /// <summary>Who may own a promise, by kind and in the order of their lists.</summary>
    public async Task<IReadOnlyList<(PromiseOwner Owner, LocalizedText Name)>> OwnersAsync(CancellationToken cancellationToken)
    {
        MasterData master = await masterData.ReadAsync(cancellationToken: cancellationToken);
        IEnumerable<PromiseOwner> owners =
        [
            .. policy.Departments.Select(each => new PromiseOwner(OwnerKind.Department, each.Id)),
            .. master.Banks.Where(bank => bank.Closed is null).OrderBy(bank => bank.Code, StringComparer.Ordinal)
                .Select(bank => new PromiseOwner(OwnerKind.Bank, bank.Code)),
            .. master.Regions.OrderBy(region => region.Code, StringComparer.Ordinal)
                .Select(region => new PromiseOwner(OwnerKind.County, region.Code)),
        ];
        return
        [
            .. owners.Select(owner => (Owner: owner, Name: PromiseReferences.NameOf(owner, policy, master)))
                .Where(each => each.Name is not null).Select(each => (each.Owner, each.Name!)),
        ];
    }

    public async Task<Recorded> MeetAsync(DateOnly? heldOn, string name, CancellationToken cancellationToken) =>
        await desk.RecordMeetingAsync(heldOn, name, await ByAsync(), cancellationToken);

    public async Task<Recorded> PromiseAsync(NewPromise made, CancellationToken cancellationToken) =>
        await desk.RecordPromiseAsync(made, await ByAsync(), cancellationToken);

    public async Task<Recorded> FollowAsync(NewStep step, CancellationToken cancellationToken) =>
        await desk.FollowAsync(step, await ByAsync(), cancellationToken);

    private async Task<Filer> ByAsync() =>
        new(await current.GetAsync(), accessor.HttpContext?.Connection.RemoteIpAddress?.ToString());

    // A bank learns of meetings in which it promised something, and of no others.
    private List<Meeting> Meetings(Viewer viewer, PromiseBook book, List<Promise> seen) =>
        rights.Of(viewer, Right.PromisesRead) == Reach.Every
            ? [.. book.Meetings]
            : [.. book.Meetings.Where(meeting => seen.Any(promise =>
                promise.Meeting == meeting.Id || promise.Steps.Any(step => step.Meeting == meeting.Id)))];

    private PromiseItem Item(Promise promise, PromiseBook book, MasterData master, DateOnly today) => new(
        promise,
        PromiseReferences.NameOf(promise.Owner, policy, master) ?? new LocalizedText(promise.Owner.Code, promise.Owner.Code),
        book.Meetings.First(meeting => meeting.Id == promise.Meeting),
        promise.IsOverdue(today));

    private static IEnumerable<PromiseItem> Sorted(IEnumerable<PromiseItem> items)
    {
        ILookup<bool, PromiseItem> byState = items.ToLookup(item => item.IsOpen);
        return byState[true].OrderBy(item => item.Promise.Due).ThenBy(item => item.Promise.Id)
            .Concat(byState[false].OrderByDescending(item => item.Promise.Id));
    }
}
