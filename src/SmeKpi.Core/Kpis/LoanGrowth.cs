using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>M01.2 各项贷款增速: how much faster than its base the loan balance stands.</summary>
/// <remarks>
/// Ruling: year on year on a comparable basis: B(m) ÷ (B(m − 12) + Σ coverage adjustments after m − 12) − 1.
/// Law: yancheng-2025, measure 1. Method: design.md §2.1.
/// </remarks>
public static class LoanGrowth
{
    public const string Id = "M01.2";

    /// <returns>Growth in percent; no actual when a balance is missing or the base is not above zero.</returns>
    public static KpiValue? Evaluate(KpiInput input, ReadingDefinition reading) => reading.Name switch
    {
        ReadingNames.Ruling or ReadingNames.Rmb => Percent(OfAllLoans(input, reading.Scope, input.Month.AddMonths(-12))),
        ReadingNames.SinceYearStart => Percent(OfAllLoans(input, reading.Scope, input.Month.EndOfLastYear)),
        ReadingNames.Plain => Percent(OfAllLoans(input, reading.Scope, input.Month.AddMonths(-12), adjusted: false)),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Name, "not a reading of M01.2"),
    };

    internal static Growth OfAllLoans(KpiInput input, string scope, YearMonth @base, bool adjusted = true) => Growth.Between(
        input,
        new FigureRequest(IndicatorCodes.LoansAll, scope, @base),
        new FigureRequest(IndicatorCodes.LoansAll, scope, input.Month),
        adjusted ? IndicatorCodes.LoansAllCoverageAdjustment : null);

    private static KpiValue Percent(Growth growth) =>
        new(growth.Rate?.ToQuantity(), growth.Figures, [growth.Figures[1].Request]) { Adjustments = growth.Adjustments };
}
