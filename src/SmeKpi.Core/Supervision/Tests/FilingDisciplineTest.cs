using SmeKpi.Core.Calendar;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Tests;

/// <summary>按时报送率: of the returns of the twelve months up to the month whose day is over, the share that came in time.</summary>
/// <remarks>
/// Received in time ÷ (in time + late + overdue), as the filing calendar says. What was signed late counts as late before it
/// is published, what the bank has not signed as overdue. What is not due yet, or came in time and waits to be published,
/// counts neither way. Months before the calendar begins do not exist. Source: ADR 0021, to be confirmed by the regulator.
/// </remarks>
public static class FilingDisciplineTest
{
    public const string Id = "filing-discipline";

    /// <returns>Percent; no value while nothing was due.</returns>
    public static TestValue Evaluate(BankInput input)
    {
        List<FilingStatus> filings = [.. input.Filings.Where(filing => input.IsInYear(filing.Month))];
        int onTime = filings.Count(filing => filing.State == FilingState.Received);
        int late = filings.Count(filing => filing.IsLate);
        int overdue = filings.Count(filing => filing.State == FilingState.Overdue);
        int due = onTime + late + overdue;
        return new TestValue(due == 0 ? null : new Quantity(100m * onTime / due, Unit.Percent), [])
        {
            Counts = [new("on-time", onTime), new("late", late), new("overdue", overdue)],
        };
    }
}
