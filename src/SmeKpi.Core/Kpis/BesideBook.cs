using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>Published figures of others that stand beside the city's: shown with their source, never judged.</summary>
/// <param name="statistics">Holds the nation's balances and the LPR as far as they are known.</param>
public sealed class BesideBook(StatisticsSnapshot statistics, Comparisons comparisons)
{
    private readonly SeriesKey _loans = new(
        IndicatorCodes.LoansAll, comparisons.NationScope, null, comparisons.NationRegion);

    private readonly SeriesKey _lpr = new(IndicatorCodes.Lpr1y, ScopeCodes.None, null, comparisons.LprRegion);

    public Comparisons Comparisons => comparisons;

    /// <summary>Growth of the nation's loans over twelve months, from the published balances.</summary>
    /// <returns>Null when either balance is missing.</returns>
    public Percentage? NationGrowth(YearMonth month) =>
        Find(_loans, month) is { } now && Find(_loans, month.AddMonths(-12)) is { } before
            ? now.ToMoney().GrowthOver(before.ToMoney())
            : null;

    /// <returns>The fixing in force at the end of the month; null when it is not known.</returns>
    public Percentage? Lpr(YearMonth month) =>
        Find(_lpr, month) is { } rate ? Percentage.FromPercent(rate.Number) : null;

    /// <summary>
    /// The mean of the fixings of the year so far minus that of the same months of last year. Months weigh alike: the LPR
    /// is a quotation and has no amounts.
    /// </summary>
    /// <returns>Null when a month of either year is missing.</returns>
    public BasisPoints? LprChange(YearMonth month) =>
        Mean(month) is { } now && Mean(month.AddMonths(-12)) is { } before ? now - before : null;

    private Percentage? Mean(YearMonth month)
    {
        List<Percentage?> rates = [.. month.StartOfYear.Through(month).Select(Lpr)];
        return rates.TrueForAll(rate => rate is not null)
            ? Percentage.FromFraction(rates.Sum(rate => rate!.Value.Fraction) / rates.Count)
            : null;
    }

    private Quantity? Find(SeriesKey series, YearMonth month) => statistics.Find(series, month)?.Value;
}
