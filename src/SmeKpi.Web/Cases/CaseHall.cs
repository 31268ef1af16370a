using SmeKpi.Core.Access;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Cases;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Cases;

/// <summary>Where cases are read and acted on: pages and API come through here, with who they are and what they may see.</summary>
internal sealed class CaseHall(
    CurrentViewer current,
    IHttpContextAccessor accessor,
    BankViews views,
    CaseDesk desk,
    CaseReader reader,
    CaseRules rules,
    Law law,
    MasterDataReader masterData,
    FilingShelf shelf,
    CaseFigures figures)
{
    /// <summary>The cases that the person may see; being shown them leaves a trace.</summary>
    public async Task<CaseBoard> ShowAsync(CancellationToken cancellationToken)
    {
        CaseBoard board = await ReadAsync(bank: null, cancellationToken);
        YearMonth month = new(board.Today.Year, board.Today.Month);
        await views.RecordAsync(board.Items.Select(item => item.Case.Bank), null, month, month, cancellationToken);
        return board;
    }

    /// <summary>The same without a trace, for pages that show other rows of the bank and record that themselves.</summary>
    /// <param name="bank">Null for all.</param>
    public async Task<CaseBoard> ReadAsync(string? bank, CancellationToken cancellationToken)
    {
        Viewer viewer = await current.GetAsync();
        DateOnly today = await TodayAsync(cancellationToken);
        MasterData master = await masterData.ReadAsync(cancellationToken: cancellationToken);
        IEnumerable<SupervisoryCase> seen =
            (await reader.ListAsync(bank, cancellationToken)).Select(each => rules.Shown(viewer, each)).OfType<SupervisoryCase>();
        return new CaseBoard([.. CaseBoard.Sorted(seen.Select(each => Item(each, master, today)))], today, rules.MayOpen(viewer));
    }

    /// <returns>Null when there is no such case or it is not the person's to see.</returns>
    public async Task<CaseView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        Viewer viewer = await current.GetAsync();
        if (await reader.FindAsync(id, cancellationToken) is not { } found || rules.Shown(viewer, found) is not { } shown)
        {
            return null;
        }

        await views.RecordAsync([found.Bank], null, found.Month, found.Month, cancellationToken);
        DateOnly today = await TodayAsync(cancellationToken);
        MasterData master = await masterData.ReadAsync(cancellationToken: cancellationToken);
        CaseEvidence? then = shown.Sent?.Evidence;
        IReadOnlyCollection<string> ids = then?.Figures.Select(figure => figure.Provision).ToList()
            ?? (shown.Sent is null ? figures.IdsOf(law.Cases.Find(shown.Subject)) : []);
        IReadOnlyList<CaseFigure> now = await figures.ReadAsync(ids, found.Bank, found.Month, null, cancellationToken);
        return new CaseView(
            Item(shown, master, today),
            Compare(ids, then, now),
            shown.ShownAt,
            Enum.GetValues<CaseAct>().Where(act => act != CaseAct.Open)
                .ToDictionary(act => act, act => rules.WhyNot(viewer, act, found, today)),
            today,
            law.Cases.Propose(today, again: shown.Sent is not null, law.Calendar.Days));
    }

    /// <summary>What the form for a new case offers, with the figures of bank and subject as known now.</summary>
    public async Task<CaseOffer> OfferAsync(string? bank, string? subject, string? month, CancellationToken cancellationToken)
    {
        MasterData master = await masterData.ReadAsync(cancellationToken: cancellationToken);
        Bank? known = string.IsNullOrEmpty(bank) ? null : master.FindBank(bank);
        CaseSubject? about = law.Cases.Find(subject);
        bool isMonth = YearMonth.TryParse(month ?? string.Empty, out YearMonth parsed);
        IReadOnlyList<CaseFigure> now = known is not null && about is not null && isMonth
            ? await figures.ReadAsync(figures.IdsOf(about), known.Code, parsed, null, cancellationToken)
            : [];
        return new CaseOffer(
            [.. master.Banks.Where(each => each.Closed is null).OrderBy(each => each.Code, StringComparer.Ordinal).Select(each => (each.Code, each.Name))],
            law.Cases.Subjects,
            known?.Name,
            about,
            isMonth ? parsed : null,
            Compare(figures.IdsOf(about), null, now),
            !string.IsNullOrEmpty(bank) && known is null ? ("bank", bank)
                : !string.IsNullOrEmpty(subject) && about is null ? ("test", subject)
                : !string.IsNullOrEmpty(month) && !isMonth ? ("month", month)
                : null);
    }

    public async Task<CaseOutcome> OpenAsync(NewCase made, CancellationToken cancellationToken) =>
        await desk.OpenAsync(made, await ByAsync(), await TodayAsync(cancellationToken), cancellationToken);

    /// <param name="version">The version of the case that the person has seen.</param>
    public async Task<CaseOutcome> ActAsync(int id, int version, CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Act == CaseAct.Send && await reader.FindAsync(id, cancellationToken) is { } found
            && law.Cases.Find(found.Subject) is { } subject && rules.MayOpen(await current.GetAsync()))
        {
            move = move with { Evidence = await figures.ReadAsync(subject, found.Bank, found.Month, cancellationToken) };
        }

        return await desk.ActAsync(id, version, move, await ByAsync(), await TodayAsync(cancellationToken), cancellationToken);
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancellationToken) =>
        (await shelf.ReadAsync(asOf: null, cancellationToken)).Today;

    private async Task<Filer> ByAsync() =>
        new(await current.GetAsync(), accessor.HttpContext?.Connection.RemoteIpAddress?.ToString());

    private CaseItem Item(SupervisoryCase of, MasterData master, DateOnly today) => new(
        of,
        master.FindBank(of.Bank)?.Name ?? new LocalizedText(of.Bank, of.Bank),
        of.Title is { } title ? new LocalizedText(title, title)
            : law.Cases.Find(of.Subject)?.Name ?? new LocalizedText(of.Subject, of.Subject),
        of.DaysLeft(today));

    private List<CaseComparison> Compare(IEnumerable<string> ids, CaseEvidence? then, IReadOnlyList<CaseFigure> now) =>
    [
        .. ids.Select(id => new CaseComparison(
            id,
            figures.NameOf(id),
            then?.Figures.FirstOrDefault(figure => figure.Provision == id),
            now.FirstOrDefault(figure => figure.Provision == id))),
    ];
}
