using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Calendar;

/// <summary>Working days of China (工作日): weekdays without holidays, and the weekend days that make up for them.</summary>
/// <remarks>A year without arrangements knows weekends only; <see cref="IsConfirmed"/> tells.</remarks>
public sealed class WorkingDays
{
    private readonly HashSet<DateOnly> _off = [];
    private readonly HashSet<DateOnly> _on = [];
    private readonly HashSet<int> _confirmed = [];

    public WorkingDays(IReadOnlyList<HolidayYear> years)
    {
        Years = years;
        foreach (HolidayYear year in years)
        {
            _on.UnionWith(year.MakeUp);
            _off.UnionWith(year.Holidays.SelectMany(DaysOf));
            if (year.IsConfirmed)
            {
                _confirmed.Add(year.Year);
            }
        }
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<HolidayYear> Years { get; }

    /// <exception cref="DataFileException">The file is missing or wrong; the message names file and line.</exception>
    public static WorkingDays Load(string file) => new(HolidayFile.Load(file));

    public bool IsWorkingDay(DateOnly day) =>
        _on.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.Contains(day));

    /// <summary>Whether the arrangements of the day's year are known and were compared with the notice.</summary>
    public bool IsConfirmed(DateOnly day) => _confirmed.Contains(day.Year);

    /// <summary>The nth working day after the end of a month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public DateOnly NthAfter(YearMonth month, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        YearMonth next = month.AddMonths(1);
        return Add(new DateOnly(next.Year, next.Month, 1).AddDays(-1), number);
    }

    /// <summary>The working day so many working days after a day, or before it when the number is negative.</summary>
    /// <returns>The day itself for zero, whether or not people work on it.</returns>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        int step = Math.Sign(workingDays);
        DateOnly at = day;
        for (int left = Math.Abs(workingDays); left > 0;)
        {
            at = at.AddDays(step);
            left -= IsWorkingDay(at) ? 1 : 0;
        }

        return at;
    }

    /// <summary>The day itself when it is a working day, else the next one.</summary>
    public DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : Add(day, 1);

    private static IEnumerable<DateOnly> DaysOf(Holiday holiday)
    {
        for (DateOnly day = holiday.From; day <= holiday.To; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
