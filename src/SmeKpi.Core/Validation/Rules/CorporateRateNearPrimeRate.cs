using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// Q322: the average corporate rate lies near the loan prime rate (LPR) of the month, −200 to +800 BP.
/// </summary>
public sealed class CorporateRateNearPrimeRate(RuleParameters parameters) : IRule
{
    private readonly decimal _below = parameters.Number("below");
    private readonly decimal _above = parameters.Number("above");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.CorporateRateNearPrimeRate;

    public string Formula => "lpr.1y + below ≤ interest ÷ granted ≤ lpr.1y + above";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        NearPrimeRate.Check(
            Number, file, context, ReportedSeries.CorporateGranted, ReportedSeries.CorporateInterest.Code,
            new NearPrimeRate.Band(_below, _above, _smallest));
}
