using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>How a target stood before a month, and whether it has just made good what it missed.</summary>
/// <param name="LastMonth">The month before; null when it belongs to another target year or has no verdict.</param>
/// <param name="Last">The standing in that month.</param>
/// <param name="BehindSince">The first month of the shortfall that still lasts; null when the month is not behind.</param>
/// <param name="ShortUntil">The last month of the shortfall that was made good; null when nothing was.</param>
/// <remarks>
/// Judged months only: figures that are incomplete, withheld or not assessable are neither good nor bad, so they end no
/// shortfall and recover none. A target of a named year looks back to January of that year, a tolerance as far as the
/// readings go. Method: src/docs/adr/0018.
/// </remarks>
public sealed record StandingHistory(YearMonth? LastMonth, Standing? Last, YearMonth? BehindSince, YearMonth? ShortUntil)
{
    /// <summary>Nothing is known of earlier months.</summary>
    public static StandingHistory None { get; } = new(null, null, null, null);

    /// <summary>补上: behind in an earlier month, at or above the pace now; shown amber beside the ruling light.</summary>
    public bool IsMadeGood => ShortUntil is not null;

    /// <param name="standing">The ruling standing of a month; null where there is none.</param>
    public static StandingHistory Of(
        Provision provision, YearMonth month, Func<YearMonth, Standing?> standing, MakeGoodRule rule)
    {
        List<(YearMonth Month, Standing Standing)> judged = [.. Judged(provision, month, standing)];
        YearMonth before = month.AddMonths(-1);
        Standing? last = IsOfSameYear(provision, before, month) ? standing(before) : null;
        StandingHistory history = None with { LastMonth = last is null ? null : before, Last = last };
        if (judged is not [var now, ..] || now.Month != month)
        {
            return history;
        }

        int run = judged.TakeWhile(each => IsGood(each.Standing) == IsGood(now.Standing)).Count();
        if (!IsGood(now.Standing))
        {
            return history with { BehindSince = judged[run - 1].Month };
        }

        return run <= rule.AmberMonths && run < judged.Count ? history with { ShortUntil = judged[run].Month } : history;
    }

    /// <summary>At or above the pace or the target.</summary>
    public static bool IsGood(Standing standing) => standing is Standing.Achieved or Standing.OnTrack;

    /// <summary>Below it; what is neither says nothing.</summary>
    public static bool IsBad(Standing standing) => standing is Standing.Behind or Standing.FarBehind or Standing.Missed;

    /// <summary>From the month asked for backwards, without a verdict left out.</summary>
    private static IEnumerable<(YearMonth Month, Standing Standing)> Judged(
        Provision provision, YearMonth month, Func<YearMonth, Standing?> standing)
    {
        for (YearMonth at = month; IsOfSameYear(provision, at, month); at = at.AddMonths(-1))
        {
            if (standing(at) is not { } found)
            {
                // A tolerance has no first month of its own: where the readings end, so does its past.
                if (at != month && provision.Kind == ProvisionKind.Tolerance)
                {
                    yield break;
                }

                continue;
            }

            if (IsGood(found) || IsBad(found))
            {
                yield return (at, found);
            }
        }
    }

    private static bool IsOfSameYear(Provision provision, YearMonth month, YearMonth now) =>
        provision.Kind == ProvisionKind.Tolerance ? month >= provision.InForceFrom : month.Year == now.Year;
}
