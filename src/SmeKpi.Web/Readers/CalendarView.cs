using SmeKpi.Core.Calendar;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>What the address of the filing calendar asks for.</summary>
/// <param name="Return">Null or unknown: the first return of the calendar.</param>
public sealed record CalendarQuery(ViewQuery View, string? Return);

/// <summary>The filing calendar as far as the viewer may see it.</summary>
/// <param name="StandsStill">True in a demonstration: today is a week after its newest filing.</param>
/// <param name="Return">The return whose matrix is shown.</param>
/// <param name="Next">What is due from today on, soonest first.</param>
/// <param name="Overdue">What is missing although its day is over, longest first.</param>
/// <param name="Months">Of the matrix, oldest first.</param>
/// <param name="Banks">Rows of the matrix by code: banks that were asked for the return in any of the months.</param>
/// <param name="BankRows">How many of the banks there are to see.</param>
public sealed record CalendarView(
    CalendarQuery Query,
    DateOnly Today,
    bool StandsStill,
    FilingReturn Return,
    IReadOnlyList<FilingReturn> Returns,
    IReadOnlyList<DueDay> Next,
    IReadOnlyList<FilingLine> Overdue,
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<BankFilings> Banks,
    BankRows BankRows)
{
    /// <summary>How many filings of the matrix stand in a state.</summary>
    public int Count(FilingState state) => Banks.Sum(bank => bank.Cells.Count(cell => cell.Status.State == state));
}

/// <summary>A day on which a return is due, and for how many of the banks that may be seen it is still missing.</summary>
public sealed record DueDay(FilingReturn Return, YearMonth Month, DateOnly Due, int Days, int Owed, int Received, bool IsConfirmed);

/// <param name="Path">Where its file or filing is; null when nothing was received or the file is not the viewer's to see.</param>
public sealed record FilingCell(FilingStatus Status, string? Path);

/// <param name="Reminded">When the bank was last reminded of anything; null when it never was.</param>
public sealed record FilingLine(LocalizedText Bank, FilingReturn Return, FilingStatus Status, DateTimeOffset? Reminded);

/// <param name="Cells">One for each month of the matrix.</param>
public sealed record BankFilings(string Code, LocalizedText Name, IReadOnlyList<FilingCell> Cells, DateTimeOffset? Reminded);

/// <summary>How many banks a total of the month had to wait for, or still waits for.</summary>
/// <param name="Late">Filed after the day.</param>
/// <param name="Overdue">Not filed although the day is over.</param>
/// <param name="IsOpen">Whether the viewer may open the calendar.</param>
public sealed record FilingNote(int Late, int Overdue, bool IsOpen);
