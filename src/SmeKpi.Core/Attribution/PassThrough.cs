using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Attribution;

/// <summary>LPR传导: how much of a move of the one-year loan prime rate reached enterprises.</summary>
/// <remarks>
/// The LPR of each month is weighted by what the area granted in it, as the corporate rate is: were every loan priced at
/// the LPR plus a margin that never changes, the pass-through would be 100 %.
/// </remarks>
/// <param name="Before">Mean LPR of the first window; null when a month's LPR or amount granted is missing.</param>
/// <param name="Drop">Before − now; negative when the LPR rose.</param>
/// <param name="Share">Drop of the corporate rate ÷ drop of the LPR; null when either is missing or the LPR did not move.</param>
public sealed record PassThrough(Percentage? Before, Percentage? Now, BasisPoints? Drop, Percentage? Share)
{
    /// <param name="input">The area.</param>
    /// <param name="reading">A reading of M08.1, whose windows are compared.</param>
    /// <param name="corporate">The reading's own value; null when it has none.</param>
    public static PassThrough Of(KpiInput input, string reading, BasisPoints? corporate)
    {
        RateWindows windows = RateWindows.Of(input.Month, reading);
        IReadOnlyDictionary<YearMonth, KnownValue> lpr = Lpr(input.Figures.Statistics);
        IReadOnlyList<ResolvedFigure> figures = input.Resolve([.. windows.Before.Requests, .. windows.Now.Requests]);
        int split = windows.Before.Requests.Count;
        Percentage? before = Mean(figures.Take(split), lpr);
        Percentage? now = Mean(figures.Skip(split), lpr);
        BasisPoints? drop = before is { } high && now is { } low ? high - low : null;
        return new PassThrough(
            before,
            now,
            drop,
            drop is { Fraction: not 0m } moved && corporate is { } fell
                ? Percentage.FromFraction(fell.Fraction / moved.Fraction)
                : null);
    }

    // It is the nation's: of no bank, and published for one area only.
    private static IReadOnlyDictionary<YearMonth, KnownValue> Lpr(StatisticsSnapshot statistics) =>
        statistics.Series.FirstOrDefault(series => series is { Indicator: IndicatorCodes.Lpr1y, Bank: null }) is { } found
            ? statistics.Months(found)
            : new Dictionary<YearMonth, KnownValue>();

    private static Percentage? Mean(IEnumerable<ResolvedFigure> pairs, IReadOnlyDictionary<YearMonth, KnownValue> lpr)
    {
        decimal weighted = 0m;
        decimal granted = 0m;
        foreach (ResolvedFigure amount in pairs.Where((_, at) => at % 2 == 1))
        {
            if (amount.Number is not { } yuan
                || !lpr.TryGetValue(amount.Request.Month, out KnownValue known) || known.Value is not { } rate)
            {
                return null;
            }

            weighted += yuan * rate.Number;
            granted += yuan;
        }

        return granted > 0m ? Percentage.FromPercent(weighted / granted) : null;
    }
}
