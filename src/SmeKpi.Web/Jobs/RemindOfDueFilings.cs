using System.Globalization;
using Hangfire;
using SmeKpi.Core.Calendar;
using SmeKpi.Core.Cases;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Cases;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Jobs;

/// <summary>Reminds banks of returns and of replies to cases that are due soon or overdue, on working days.</summary>
/// <remarks>Any number of runs leave one entry for a bank, return or case, month and kind.</remarks>
internal sealed partial class RemindOfDueFilings(
    FilingShelf shelf, CaseReader cases, CaseCatalog catalog, ReminderBook book, ILogger<RemindOfDueFilings> logger)
{
    [AutomaticRetry(Attempts = 3)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        FilingBook filings = await shelf.ReadAsync(asOf: null, cancellationToken);
        if (!filings.Calendar.Days.IsWorkingDay(filings.Today))
        {
            return;
        }

        List<Reminder> due =
        [
            .. filings.Calendar.FirstMonth.Through(filings.LastMonth)
                .SelectMany(month => filings.Of(filings.Master.Banks, month))
                .Where(status => status.State is FilingState.DueSoon or FilingState.Overdue)
                .Select(ToReminder),
            .. (await cases.ListAsync(bank: null, cancellationToken))
                .Where(each => each.IsWaiting && catalog.IsSoon(each.Deadline!.Value, filings.Today, filings.Calendar.Days))
                .Select(each => ToReminder(each, filings.Today)),
        ];
        if (due.Count > 0)
        {
            int recorded = await book.RecordAsync(due, cancellationToken);
            Reminded(recorded, due.Count);
        }
    }

    private static Reminder ToReminder(FilingStatus status) => new(
        status.State == FilingState.Overdue ? "overdue" : "due-soon",
        status.Bank,
        status.Return,
        status.Month,
        string.Create(CultureInfo.InvariantCulture, $"due {status.Due:yyyy-MM-dd}"));

    // Asked once more, the bank has a new deadline and is reminded of that as well.
    private static Reminder ToReminder(SupervisoryCase of, DateOnly today) => new(
        of.IsOverdue(today) ? "overdue" : "due-soon",
        of.Bank,
        string.Create(CultureInfo.InvariantCulture, $"case-{of.Id}-{of.Rounds}"),
        of.Month,
        string.Create(CultureInfo.InvariantCulture, $"reply due {of.Deadline:yyyy-MM-dd}"));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} new reminders of {Total} filings and replies due soon or overdue")]
    private partial void Reminded(int count, int total);
}
