using SmeKpi.Core.Access;
using SmeKpi.Core.Calendar;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Supervision.Peers;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Filings;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Supervision;

/// <summary>
/// The door to the tests of banks: every bank is tested, because peers need them all, then cut to the rows of the viewer.
/// Filings are the city's rows: in a county nothing is known of them. Who is shown banks leaves a trace.
/// </summary>
internal sealed class VisibleSupervision(
    VisibleCity city,
    CurrentViewer current,
    FigureShelf shelf,
    FilingShelf filings,
    FilingReader versions,
    BankViews views,
    Law law)
{
    /// <param name="bank">The one bank that is looked at; null for all that may be seen.</param>
    public async Task<SupervisionData> ReadAsync(
        YearMonth month, string region, DateTimeOffset? asOf, string? bank, CancellationToken cancellationToken)
    {
        MasterData master = await city.MasterAsync(asOf, cancellationToken);
        string home = Subjects.City(master).Code;
        FilingBook book = await filings.ReadAsync(asOf, cancellationToken);
        RowScope rows = VisibleCity.WithZones(await current.RowsAsync(Right.BanksRead), book.Master);
        IReadOnlyList<BankSheet> all = await SheetsAsync(month, region, home, asOf, book, cancellationToken);
        bool seesFigures = await current.AllowsAsync(Right.CellsRead);
        List<BankSheet> seen =
        [
            .. all.Where(sheet => (bank is null || sheet.Bank.Code == bank) && rows.Sees(region, sheet.Bank.Code, home))
                .Select(sheet => seesFigures ? sheet : WithoutFigures(sheet)),
        ];
        await views.RecordAsync(seen.Select(sheet => sheet.Bank.Code), region, month, month, cancellationToken);
        IReadOnlyList<PeerGroup> groups = seen.Count == 0 ? [] : law.Supervision.Peers.Of(book.Master, month);
        return new SupervisionData(
            month,
            region,
            seen,
            groups,
            PeerLines.Of(all, groups, law.Supervision, bank ?? OnlyBank(rows), rows.SeesEveryBank ? 0 : law.SmallGroups.Fewest),
            await FilingsAsync(book, home, region, bank),
            law.Supervision,
            rows.SeesEveryBank,
            seesFigures,
            await current.AllowsAsync(Right.CasesWrite));
    }

    private Task<IReadOnlyList<BankSheet>> SheetsAsync(
        YearMonth month, string region, string home, DateTimeOffset? asOf, FilingBook book, CancellationToken cancellationToken) =>
        region == home
            ? WithFilingsAsync(month, region, asOf, book, cancellationToken)
            : EvaluateAsync(month, region, asOf, book, _ => [], [], cancellationToken);

    private async Task<IReadOnlyList<BankSheet>> WithFilingsAsync(
        YearMonth month, string region, DateTimeOffset? asOf, FilingBook book, CancellationToken cancellationToken)
    {
        IReadOnlyList<FilingVersion> filed =
            await versions.VersionsAsync(month.AddMonths(1 - BankInput.Window), month, asOf, cancellationToken);
        return await EvaluateAsync(
            month,
            region,
            asOf,
            book,
            bank => StatusesOf(book, bank, month),
            filed.GroupBy(each => each.Bank).ToDictionary(each => each.Key, each => (IReadOnlyList<FilingVersion>)[.. each]),
            cancellationToken);
    }

    private Task<IReadOnlyList<BankSheet>> EvaluateAsync(
        YearMonth month,
        string region,
        DateTimeOffset? asOf,
        FilingBook book,
        Func<Bank, IReadOnlyList<FilingStatus>> statuses,
        Dictionary<string, IReadOnlyList<FilingVersion>> filed,
        CancellationToken cancellationToken) => shelf.ReadAsync(
            asOf,
            figures => BankSheets.Of(figures.Master, month, bank => new BankInput(
                new KpiInput(figures, law.Policy, month, new Subject(region, bank.Code)),
                book.IsDemo ? law.DemoSupervision : law.Supervision,
                statuses(bank),
                filed.GetValueOrDefault(bank.Code) ?? [],
                book.Today)),
            cancellationToken);

    /// <summary>The returns of one bank, for whoever may see filings.</summary>
    private async Task<IReadOnlyList<FilingStatus>> FilingsAsync(FilingBook book, string home, string region, string? bank)
    {
        RowScope rows = await current.RowsAsync(Right.FilingsRead);
        return bank is not null && region == home && rows.SeesBank(bank) && rows.Regions is null
            && book.Master.FindBank(bank) is { } known
            ? StatusesOf(book, known, book.LastMonth)
            : [];
    }

    private static IReadOnlyList<FilingStatus> StatusesOf(FilingBook book, Bank bank, YearMonth last) =>
        [.. last.AddMonths(1 - BankInput.Window).Through(last).SelectMany(month => book.Of([bank], month))];

    private static string? OnlyBank(RowScope rows) => rows.Banks is { Count: 1 } own ? own.First() : null;

    /// <summary>Figures of a bank are its cells: without the right to those only what was made of them is shown.</summary>
    private static BankSheet WithoutFigures(BankSheet sheet) => sheet with
    {
        Tests = [.. sheet.Tests.Select(result => result with
        {
            Value = result.Value with { Figures = [.. result.Value.Figures.Select(figure => figure with { Number = null })] },
        })],
    };
}
