using SmeKpi.Core.Digest;

namespace SmeKpi.Core.Promises;

/// <summary>Counts promises for one day, for the digest.</summary>
public static class PromiseTally
{
    /// <param name="day">What later meetings found does not count.</param>
    /// <returns>Null before the first meeting.</returns>
    public static PromiseCount? Of(IReadOnlyList<Promise> promises, IReadOnlyList<Meeting> meetings, DateOnly day)
    {
        if (meetings.Where(meeting => meeting.HeldOn <= day).MaxBy(meeting => meeting.HeldOn) is not { } last)
        {
            return null;
        }

        List<Promise> then = [.. promises.Select(promise => promise.AsOf(day)).OfType<Promise>()];
        List<Promise> open = [.. then.Where(promise => promise.State == PromiseState.Open)];
        List<PromiseStep> found = [.. then.SelectMany(promise => promise.Steps).Where(step => step.HeldOn == last.HeldOn)];
        return new PromiseCount(
            open.Count,
            open.Count(promise => promise.IsOverdue(day)),
            open.Count(promise => !promise.IsOverdue(day) && promise.Due <= day.AddMonths(1)),
            found.Count(step => step.Act == PromiseAct.Keep),
            found.Count(step => step.Act == PromiseAct.Break),
            last.HeldOn);
    }

    /// <summary>The day for which a month's digest counts: the end of the next month, in whose meetings its figures are spoken of.</summary>
    /// <param name="today">When that lies ahead, it is today.</param>
    public static DateOnly DayOf(Units.YearMonth month, DateOnly today)
    {
        DateOnly end = new DateOnly(month.Year, month.Month, 1).AddMonths(2).AddDays(-1);
        return end < today ? end : today;
    }
}
