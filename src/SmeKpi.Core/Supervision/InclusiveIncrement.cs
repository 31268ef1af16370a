using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>The increase of a bank's inclusive loans within the year, without what entered the statistics unlent.</summary>
internal static class InclusiveIncrement
{
    /// <returns>Null when a balance is missing; the figures are the balances with the coverage adjustments between them.</returns>
    public static (Money? Increment, IReadOnlyList<ResolvedFigure> Figures) Of(BankInput input)
    {
        ResolvedFigure opening = input.Figure(IndicatorCodes.LoansInclusiveMse, input.Month.EndOfLastYear);
        ResolvedFigure closing = input.Figure(IndicatorCodes.LoansInclusiveMse, input.Month);
        if (opening.Number is not { } first || closing.Number is not { } last)
        {
            return (null, [opening, closing]);
        }

        IReadOnlyList<ResolvedFigure> adjustments = input.Figures.Figures.Adjustments(
            input.Figures.Subject,
            Origin.Banks,
            IndicatorCodes.LoansInclusiveMseCoverageAdjustment,
            ScopeCodes.Nfra,
            input.Month.EndOfLastYear,
            input.Month);
        decimal adjusted = adjustments.Sum(figure => figure.Number!.Value);
        return (Money.FromYuan(last - first - adjusted), [opening, .. adjustments, closing]);
    }
}
