using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Calendar;

/// <summary>Who owes what by when (报送日历), and how it stands on a day.</summary>
public sealed class FilingCalendar
{
    public const string HolidaysFile = "holidays.yaml";

    public const string ObligationsFile = "obligations.yaml";

    private readonly Dictionary<string, FilingReturn> _returns;

    public FilingCalendar(
        WorkingDays days, IReadOnlyList<FilingReturn> returns, IReadOnlyList<Obligation> obligations)
    {
        Days = days;
        Returns = returns;
        Obligations = obligations;
        _returns = returns.ToDictionary(each => each.Code, StringComparer.Ordinal);
    }

    public WorkingDays Days { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<FilingReturn> Returns { get; }

    public IReadOnlyList<Obligation> Obligations { get; }

    /// <summary>The first month for which anything is owed.</summary>
    public YearMonth FirstMonth => Obligations.Min(obligation => obligation.ValidFrom);

    /// <summary>Reads both files of the folder.</summary>
    /// <exception cref="DataFileException">A file is missing or wrong; the message names file and line.</exception>
    public static FilingCalendar Load(string directory, IndicatorCatalog indicators)
    {
        WorkingDays days = WorkingDays.Load(Path.Combine(directory, HolidaysFile));
        (IReadOnlyList<FilingReturn> returns, IReadOnlyList<Obligation> obligations) =
            ObligationFile.Load(Path.Combine(directory, ObligationsFile), indicators);
        return new FilingCalendar(days, returns, obligations);
    }

    /// <returns>Null when there is no return of that code.</returns>
    public FilingReturn? FindReturn(string? code) => code is null ? null : _returns.GetValueOrDefault(code);

    /// <summary>What a bank owes for a month.</summary>
    /// <returns>Null when the bank is not open in the month or owes nothing.</returns>
    public Obligation? Owed(Bank bank, string @return, YearMonth month) => !bank.IsOpenIn(month)
        ? null
        : Obligations.FirstOrDefault(each =>
            each.Return == @return && each.Banks.Contains(bank.Type) && each.IsOwedFor(month));

    /// <summary>The last day on which a return is in time, before its grace.</summary>
    /// <returns>Null when the bank owes nothing for the month.</returns>
    public DateOnly? Due(Bank bank, string @return, YearMonth month) =>
        Owed(bank, @return, month) is { } owed ? DayOf(owed, month) : null;

    /// <summary>How a return stands on a day.</summary>
    /// <param name="today">By the city's clock.</param>
    /// <param name="arrival">The first figures that count; null while there are none. Later ones are not looked at.</param>
    /// <param name="waiting">A filing whose figures do not count yet; looked at only while none count.</param>
    public FilingStatus Status(
        Bank bank, string @return, YearMonth month, DateOnly today, FilingArrival? arrival, WaitingFiling? waiting = null)
    {
        FilingArrival? known = arrival is { } received && received.Day <= today ? received : null;
        WaitingFiling? held = known is null && waiting is { } filed && filed.Day <= today ? filed : null;
        if (Owed(bank, @return, month) is not { } owed)
        {
            return new FilingStatus(bank.Code, @return, month, FilingState.NotRequired, null, 0, known, held, true);
        }

        DateOnly due = DayOf(owed, month);
        DateOnly last = Days.Add(due, owed.Grace);
        FilingState state = known is { } counts ? (counts.Day <= last ? FilingState.Received : FilingState.Late)
            : StateOf(held, today, Days.Add(due, -owed.Soon), last);
        int days = state switch
        {
            FilingState.Late => known!.Value.Day.DayNumber - due.DayNumber,
            FilingState.Waiting when held!.Value.Day > last => held.Value.Day.DayNumber - due.DayNumber,
            FilingState.Overdue => today.DayNumber - due.DayNumber,
            FilingState.DueSoon or FilingState.NotDue => Math.Max(0, due.DayNumber - today.DayNumber),
            _ => 0,
        };
        bool confirmed = owed.IsConfirmed && Days.IsConfirmed(due);
        return new FilingStatus(bank.Code, @return, month, state, due, days, known, held, confirmed);
    }

    /// <summary>While no figures count: what the bank has not signed by the last day is as good as not filed.</summary>
    private static FilingState StateOf(WaitingFiling? held, DateOnly today, DateOnly soon, DateOnly last) =>
        held is { IsWithBank: false } ? FilingState.Waiting
        : today > last ? FilingState.Overdue
        : held is not null ? FilingState.Waiting
        : today >= soon ? FilingState.DueSoon
        : FilingState.NotDue;

    private DateOnly DayOf(Obligation owed, YearMonth month)
    {
        if (owed.Rule == DueRule.WorkingDay)
        {
            return Days.NthAfter(month, owed.Number);
        }

        YearMonth next = month.AddMonths(1);
        return Days.OnOrAfter(new DateOnly(next.Year, next.Month, 1).AddDays(owed.Number - 1));
    }
}
