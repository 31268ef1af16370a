using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q335: what is renewed without repayment (无还本续贷) in a month mostly falls due in it.</summary>
public sealed class RenewalsFitLoansDue(RuleParameters parameters) : IRule
{
    private readonly decimal _factor = parameters.Number("factor");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.RenewalsFitLoansDue;

    public string Formula => "renewed ≤ factor × due";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Figure figure in FigureChecks.Of(file, ReportedSeries.Renewed))
        {
            if (figure.Value is { } value && value.Number >= _smallest
                && file.BySeries.Find(FigureChecks.To(figure.Series, ReportedSeries.Due), figure.Month)?.Value
                    is { } due
                && value.Number > _factor * due.Number)
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"≤ {_factor} × {due}");
            }
        }
    }
}
