using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// Q338: the share of inclusive loans in all loans does not move by more than five points in a month.
/// </summary>
public sealed class InclusiveShareIsSteady(RuleParameters parameters) : IRule
{
    private readonly decimal _points = parameters.Number("points");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.InclusiveShareIsSteady;

    public string Formula => "|inclusive ÷ all loans (m) − (m − 1)| ≤ points";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        ShareSteady.Check(
            Number, file, context, ReportedSeries.Inclusive, ReportedSeries.AllLoans,
            new ShareSteady.Limit(_points, _smallest));
}
