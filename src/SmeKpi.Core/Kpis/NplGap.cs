using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>M10.1 不良率容忍度: NPL ratio of inclusive loans minus NPL ratio of all loans.</summary>
/// <remarks>
/// Same month and origin, unrounded; exactly 3.00 points passes. Law: yancheng-2025, measure 10. Method: design.md §2.1.
/// </remarks>
public static class NplGap
{
    public const string Id = "M10.1";

    /// <returns>The gap in percentage points; no actual when a figure is missing or a balance is not above zero.</returns>
    public static KpiValue? Evaluate(KpiInput input, ReadingDefinition reading)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(reading.Name, ReadingNames.Ruling, nameof(reading));
        string allLoans = NetNewLoans.RulingScope(input);
        FigureRequest[] requests =
        [
            new(IndicatorCodes.LoansInclusiveMseNpl, reading.Scope, input.Month),
            new(IndicatorCodes.LoansInclusiveMse, reading.Scope, input.Month),
            new(IndicatorCodes.LoansAllNpl, allLoans, input.Month),
            new(IndicatorCodes.LoansAll, allLoans, input.Month),
        ];
        IReadOnlyList<ResolvedFigure> figures = input.Resolve(requests);
        Quantity? gap = Ratio(figures[0], figures[1]) is { } inclusive && Ratio(figures[2], figures[3]) is { } all
            ? (inclusive - all).ToPoints()
            : null;
        return new KpiValue(gap, figures, requests);
    }

    private static Percentage? Ratio(ResolvedFigure part, ResolvedFigure whole) =>
        part.Number is { } npl && whole.Number is { } balance
            ? Money.FromYuan(npl).ShareOf(Money.FromYuan(balance))
            : null;
}
