using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q342: inclusive loans of the two definitions (总局口径, 人行口径) differ little.</summary>
public sealed class DefinitionsAgree(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.DefinitionsAgree;

    public string Formula => "|pboc − nfra| ≤ share × nfra";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Figure figure in FigureChecks.Of(file, ReportedSeries.InclusivePboc))
        {
            SeriesKey series = FigureChecks.To(figure.Series, ReportedSeries.Inclusive);
            if (figure.Value is { } pboc && file.BySeries.Find(series, figure.Month)?.Value is { } nfra
                && nfra.Number >= _smallest && decimal.Abs(pboc.Number - nfra.Number) > _share * nfra.Number)
            {
                yield return new Finding(Number, figure.Cell, $"{pboc}", $"{nfra} ± {FigureChecks.Percent(_share)}");
            }
        }
    }
}
