using System.Globalization;
using Hangfire;
using SmeKpi.Core.Calendar;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Jobs;

/// <summary>Reminds banks of returns that are due soon or overdue, on working days.</summary>
/// <remarks>Any number of runs leave one entry for a bank, return, month and kind.</remarks>
internal sealed partial class RemindOfDueFilings(FilingShelf shelf, ReminderBook book, ILogger<RemindOfDueFilings> logger)
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

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} new reminders of {Total} filings due soon or overdue")]
    private partial void Reminded(int count, int total);
}
