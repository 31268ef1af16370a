using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q337: the average corporate rate does not move by more than a point in a month.</summary>
public sealed class CorporateRateIsSteady(RuleParameters parameters) : IRule
{
    private readonly decimal _points = parameters.Number("points");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.CorporateRateIsSteady;

    public string Formula => "|rate(m) − rate(m − 1)| ≤ points";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in FigureChecks.Of(file, ReportedSeries.CorporateGranted))
        {
            Figure interest = figure with { Series = FigureChecks.To(figure.Series, ReportedSeries.CorporateInterest) };
            if (figure.Value is { } granted && granted.Number >= _smallest
                && known.Of(interest.Series, interest.Month) is { } paid
                && known.Before(figure, 1) is { } grantedBefore && grantedBefore >= _smallest
                && known.Before(interest, 1) is { } paidBefore
                && decimal.Abs((paid / granted.Number) - (paidBefore / grantedBefore)) > _points)
            {
                yield return new Finding(
                    Number, figure.Cell, FigureChecks.Percent(paid / granted.Number),
                    $"{FigureChecks.Percent(paidBefore / grantedBefore)} ± {FigureChecks.Percent(_points)}");
            }
        }
    }
}
