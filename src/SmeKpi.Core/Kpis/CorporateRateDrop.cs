using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>M08.1 企业贷款加权平均利率降幅: how far the rate on loans granted to enterprises fell against last year.</summary>
/// <remarks>
/// Weighted by the amount granted: Σ interest ÷ Σ granted over each window, never an average of rates. Positive = fell.
/// Law: yancheng-2025, measure 8, which names the weighted average without defining its weights. Method: design.md §2.1.
/// </remarks>
public static class CorporateRateDrop
{
    public const string Id = "M08.1";

    /// <returns>
    /// The drop in basis points; no actual when a month of either window is missing or nothing was granted.
    /// Null outside December for the reading that compares Decembers.
    /// </returns>
    public static KpiValue? Evaluate(KpiInput input, ReadingDefinition reading)
    {
        RateWindows windows = RateWindows.Of(input.Month, reading.Name);
        return reading.Name == ReadingNames.December && !input.Month.IsDecember ? null : Drop(input, windows);
    }

    private static KpiValue Drop(KpiInput input, RateWindows windows)
    {
        IReadOnlyList<ResolvedFigure> figures = input.Resolve([.. windows.Before.Requests, .. windows.Now.Requests]);
        int split = windows.Before.Requests.Count;
        Percentage? rateBefore = WeightedRate(figures.Take(split));
        Percentage? rateNow = WeightedRate(figures.Skip(split));
        Quantity? drop = rateBefore is { } high && rateNow is { } low ? (high - low).ToBasisPoints() : null;
        return new KpiValue(drop, figures, new RateWindow(input.Month, input.Month).Requests);
    }

    /// <summary>The rate on loans granted: Σ interest ÷ Σ granted.</summary>
    /// <param name="pairs">Interest and amount granted in turns, as <see cref="RateWindow.Requests"/> asks for them.</param>
    /// <returns>Null when a figure is missing or nothing was granted.</returns>
    public static Percentage? WeightedRate(IEnumerable<ResolvedFigure> pairs)
    {
        decimal interest = 0m;
        decimal granted = 0m;
        foreach (ResolvedFigure[] pair in pairs.Chunk(2))
        {
            if (pair is not [{ Number: { } monthInterest }, { Number: { } monthGranted }])
            {
                return null;
            }

            interest += monthInterest;
            granted += monthGranted;
        }

        return Money.FromYuan(interest).ShareOf(Money.FromYuan(granted));
    }
}
