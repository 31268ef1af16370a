using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Digest;

/// <summary>同口径: how far a target moved in a month, only where the two months can be compared.</summary>
public static class LikeForLike
{
    /// <returns>
    /// In the unit of the reading. Null when either month is missing, incomplete, withheld or of another origin. In
    /// January an amount that counts from the start of the year is its own change, and a rate's year window has none.
    /// </returns>
    public static Quantity? Change(KpiReading? now, KpiReading? before)
    {
        if (now is null || !IsWhole(now) || now.Actual is not { } actual)
        {
            return null;
        }

        if (now.Month.Month == 1 && actual.Unit is (Unit.Yuan or Unit.BasisPoints))
        {
            return actual.Unit == Unit.Yuan ? actual : null;
        }

        return before is not null && before.Month == now.Month.AddMonths(-1) && IsWhole(before)
            && before.Origin == now.Origin && before.Actual is { } earlier && earlier.Unit == actual.Unit
                ? actual.Minus(earlier)
                : null;
    }

    /// <summary>Whether every bank is in, or the total is a published one.</summary>
    public static bool IsWhole(KpiReading reading) =>
        reading.Standing is not (Standing.Incomplete or Standing.Withheld or Standing.NotAssessable)
        && (reading.Origin == Origin.Published || reading.Completeness.IsComplete);
}
