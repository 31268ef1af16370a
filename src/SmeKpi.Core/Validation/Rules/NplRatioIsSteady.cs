using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q327: the non-performing ratio (不良贷款率) does not move by more than two points in a month.</summary>
public sealed class NplRatioIsSteady(RuleParameters parameters) : IRule
{
    private static readonly Dictionary<string, string> s_pairs = new(StringComparer.Ordinal)
    {
        [IndicatorCodes.LoansAllNpl] = IndicatorCodes.LoansAll,
        [IndicatorCodes.LoansInclusiveMseNpl] = IndicatorCodes.LoansInclusiveMse,
    };

    private readonly decimal _points = parameters.Number("points");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.NplRatioIsSteady;

    public string Formula => "|npl ÷ balance (m) − npl ÷ balance (m − 1)| ≤ points";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in s_pairs.SelectMany(pair => file.BySeries.OfIndicator(pair.Key)))
        {
            Figure loans = figure with
            {
                Series = figure.Series with { Indicator = s_pairs[figure.Series.Indicator] },
            };
            if (figure.Value is { } npl && known.Of(loans.Series, loans.Month) is { } balance && balance >= _smallest
                && known.Before(figure, 1) is { } nplBefore
                && known.Before(loans, 1) is { } balanceBefore && balanceBefore >= _smallest
                && decimal.Abs((npl.Number / balance) - (nplBefore / balanceBefore)) > _points)
            {
                yield return new Finding(
                    Number, figure.Cell, FigureChecks.Percent(npl.Number / balance),
                    $"{FigureChecks.Percent(nplBefore / balanceBefore)} ± {FigureChecks.Percent(_points)}");
            }
        }
    }
}
