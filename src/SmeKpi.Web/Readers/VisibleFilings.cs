using SmeKpi.Core.Access;
using SmeKpi.Core.Calendar;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Readers;

/// <summary>
/// The filing calendar for the viewer: a bank sees itself. Filings are the city's rows, so that an account confined to
/// counties sees none. Who is shown banks leaves a trace.
/// </summary>
internal sealed class VisibleFilings(
    CurrentViewer current, FilingShelf shelf, ImportRows files, ReminderBook reminders, BankViews views)
{
    private const int Months = 12;

    public async Task<CalendarView> ReadAsync(CalendarQuery query, CancellationToken cancellationToken)
    {
        FilingBook book = await shelf.ReadAsync(query.View.AsOf, cancellationToken);
        RowScope rows = await current.RowsAsync(Right.FilingsRead);
        List<Bank> banks = rows.Regions is not null ? [] :
        [
            .. book.Master.Banks.Where(bank => rows.SeesBank(bank.Code)).OrderBy(bank => bank.Code, StringComparer.Ordinal),
        ];
        FilingReturn chosen = book.Calendar.FindReturn(query.Return) ?? book.Calendar.Returns[0];
        List<YearMonth> months = [.. book.LastMonth.AddMonths(1 - Months).Through(book.LastMonth)];
        IReadOnlyDictionary<string, DateTimeOffset> reminded = await reminders.LastByBankAsync(cancellationToken);
        IReadOnlyList<BankFilings> matrix = await MatrixAsync(book, chosen, banks, months, reminded, cancellationToken);
        if (banks.Count > 0)
        {
            await views.RecordAsync(
                banks.Select(bank => bank.Code), Subjects.City(book.Master).Code, months[0], months[^1], cancellationToken);
        }

        return new CalendarView(
            query,
            book.Today,
            book.StandsStill,
            chosen,
            book.Calendar.Returns,
            Next(book, banks),
            Overdue(book, banks, reminded),
            months,
            matrix,
            banks.Count == 0 ? BankRows.None : rows.SeesEveryBank ? BankRows.Every : BankRows.Own);
    }

    /// <summary>How many banks a total of a month waited or waits for; numbers of banks are the city's.</summary>
    public async Task<FilingNote> NoteAsync(YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        ILookup<FilingState, string> banks = StatesOf(await shelf.ReadCountingAsync(asOf, cancellationToken), month);
        if (banks.Contains(FilingState.Overdue))
        {
            banks = StatesOf(await shelf.ReadAsync(asOf, cancellationToken), month);
        }

        HashSet<string> overdue = [.. banks[FilingState.Overdue]];
        return new FilingNote(
            banks[FilingState.Late].Distinct().Count(bank => !overdue.Contains(bank)),
            overdue.Count,
            await current.AllowsAsync(Right.FilingsRead));
    }

    private static ILookup<FilingState, string> StatesOf(FilingBook book, YearMonth month) =>
        book.Of(book.Master.OpenIn(month), month).ToLookup(status => status.State, status => status.Bank);

    private async Task<IReadOnlyList<BankFilings>> MatrixAsync(
        FilingBook book,
        FilingReturn chosen,
        List<Bank> banks,
        List<YearMonth> months,
        IReadOnlyDictionary<string, DateTimeOffset> reminded,
        CancellationToken cancellationToken)
    {
        RowScope rows = await current.RowsAsync(Right.ImportsRead);
        string home = Subjects.City(book.Master).Code;
        List<BankFilings> matrix = [];
        foreach (Bank bank in banks)
        {
            List<FilingCell> cells = [];
            foreach (YearMonth month in months)
            {
                FilingStatus status = book.Status(bank, chosen.Code, month);
                bool open = status.Arrival is { } arrival
                    && await files.IsOpenAsync(arrival.Import, rows, home, cancellationToken);
                cells.Add(new FilingCell(status, open ? new ImportAddress(status.Arrival!.Value.Import, false).Path
                    : status.Waiting is { } waiting ? FormattableString.Invariant($"/filings/{waiting.Filing}") : null));
            }

            if (cells.Exists(cell => cell.Status.State != FilingState.NotRequired))
            {
                matrix.Add(new BankFilings(bank.Code, bank.Name, cells, LastOf(reminded, bank.Code)));
            }
        }

        return matrix;
    }

    private static IReadOnlyList<DueDay> Next(FilingBook book, List<Bank> banks) =>
    [
        .. book.LastMonth.Through(book.LastMonth.AddMonths(1))
            .SelectMany(month => book.Of(banks, month))
            .Where(status => status.Due >= book.Today)
            .GroupBy(status => (status.Return, status.Month, Due: status.Due!.Value))
            .OrderBy(day => day.Key.Due)
            .Select(day => new DueDay(
                book.Calendar.FindReturn(day.Key.Return)!,
                day.Key.Month,
                day.Key.Due,
                day.Key.Due.DayNumber - book.Today.DayNumber,
                day.Count(),
                day.Count(status => status.Arrival is not null || status.Waiting is not null),
                day.All(status => status.IsConfirmed))),
    ];

    private static IReadOnlyList<FilingLine> Overdue(
        FilingBook book, List<Bank> banks, IReadOnlyDictionary<string, DateTimeOffset> reminded) =>
    [
        .. book.Calendar.FirstMonth.Through(book.LastMonth)
            .SelectMany(month => book.Of(banks, month))
            .Where(status => status.State == FilingState.Overdue)
            .OrderByDescending(status => status.Days)
            .ThenBy(status => status.Bank, StringComparer.Ordinal)
            .Select(status => new FilingLine(
                book.Master.FindBank(status.Bank)!.Name,
                book.Calendar.FindReturn(status.Return)!,
                status,
                LastOf(reminded, status.Bank))),
    ];

    private static DateTimeOffset? LastOf(IReadOnlyDictionary<string, DateTimeOffset> reminded, string bank) =>
        reminded.TryGetValue(bank, out DateTimeOffset last) ? last : null;
}
