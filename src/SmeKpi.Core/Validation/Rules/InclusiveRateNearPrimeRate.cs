using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// Q323: the average rate of inclusive loans lies near the loan prime rate (LPR) of the month, −200 to +800 BP.
/// </summary>
public sealed class InclusiveRateNearPrimeRate(RuleParameters parameters) : IRule
{
    private readonly decimal _below = parameters.Number("below");
    private readonly decimal _above = parameters.Number("above");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.InclusiveRateNearPrimeRate;

    public string Formula => "lpr.1y + below ≤ interest ÷ granted ≤ lpr.1y + above";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        NearPrimeRate.Check(
            Number, file, context, ReportedSeries.InclusiveGranted, ReportedSeries.InclusiveInterest.Code,
            new NearPrimeRate.Band(_below, _above, _smallest));
}
