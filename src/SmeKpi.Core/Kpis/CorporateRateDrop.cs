using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
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
        YearMonth month = input.Month;
        YearMonth lastYear = month.AddMonths(-12);
        return reading.Name switch
        {
            ReadingNames.Ruling => Drop(input, (lastYear.StartOfYear, month.EndOfLastYear), (month.StartOfYear, month)),
            ReadingNames.SameMonths => Drop(input, (lastYear.StartOfYear, lastYear), (month.StartOfYear, month)),
            ReadingNames.Month => Drop(input, (lastYear, lastYear), (month, month)),
            ReadingNames.December => month.IsDecember ? Drop(input, (lastYear, lastYear), (month, month)) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Name, "not a reading of M08.1"),
        };
    }

    private static KpiValue Drop(
        KpiInput input, (YearMonth First, YearMonth Last) before, (YearMonth First, YearMonth Last) now)
    {
        List<FigureRequest> requests = [.. Window(before), .. Window(now)];
        IReadOnlyList<ResolvedFigure> figures = input.Resolve(requests);
        int split = requests.Count - Window(now).Count();
        Percentage? rateBefore = WeightedRate(figures.Take(split));
        Percentage? rateNow = WeightedRate(figures.Skip(split));
        Quantity? drop = rateBefore is { } high && rateNow is { } low ? (high - low).ToBasisPoints() : null;
        return new KpiValue(drop, figures, [.. Window((input.Month, input.Month))]);
    }

    private static IEnumerable<FigureRequest> Window((YearMonth First, YearMonth Last) window) =>
        window.First.Through(window.Last).SelectMany<YearMonth, FigureRequest>(month =>
        [
            new(IndicatorCodes.LoansCorporateInterest, ScopeCodes.None, month),
            new(IndicatorCodes.LoansCorporateGranted, ScopeCodes.None, month),
        ]);

    /// <summary>Interest and amounts granted stand in pairs.</summary>
    private static Percentage? WeightedRate(IEnumerable<ResolvedFigure> pairs)
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
