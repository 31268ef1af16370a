using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q339: the share of RMB in all loans does not move by more than ten points in a month.</summary>
public sealed class RmbShareIsSteady(RuleParameters parameters) : IRule
{
    private readonly decimal _points = parameters.Number("points");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.RmbShareIsSteady;

    public string Formula => "|rmb ÷ rmb_fx (m) − (m − 1)| ≤ points";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        ShareSteady.Check(
            Number, file, context, ReportedSeries.RmbLoans, ReportedSeries.AllLoans,
            new ShareSteady.Limit(_points, _smallest));
}
