using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>M01.3 普惠型小微企业贷款增速差: growth of inclusive loans minus growth of all loans.</summary>
/// <remarks>Each growth chooses its own origin. Law: yancheng-2025, measure 1. Method: design.md §2.1.</remarks>
public static class InclusiveGrowthGap
{
    public const string Id = "M01.3";

    /// <returns>The gap in percentage points; no actual when either growth has none.</returns>
    public static KpiValue? Evaluate(KpiInput input, ReadingDefinition reading) => reading.Name switch
    {
        ReadingNames.Ruling or ReadingNames.Pboc => Gap(input, reading.Scope, input.Month.AddMonths(-12)),
        ReadingNames.SinceYearStart => Gap(input, reading.Scope, input.Month.EndOfLastYear),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Name, "not a reading of M01.3"),
    };

    private static KpiValue Gap(KpiInput input, string scope, YearMonth @base)
    {
        FigureRequest closing = new(IndicatorCodes.LoansInclusiveMse, scope, input.Month);
        Growth inclusive = Growth.Between(
            input, closing with { Month = @base }, closing, IndicatorCodes.LoansInclusiveMseCoverageAdjustment);
        Growth all = LoanGrowth.OfAllLoans(input, NetNewLoans.RulingScope(input), @base);
        Quantity? gap = inclusive.Rate is { } mine && all.Rate is { } whole ? (mine - whole).ToPoints() : null;
        return new KpiValue(gap, [.. inclusive.Figures, .. all.Figures], [closing, all.Figures[1].Request])
        {
            Adjustments = [.. inclusive.Adjustments, .. all.Adjustments],
        };
    }
}
