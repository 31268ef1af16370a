using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V256: interest ÷ amount granted of inclusive loans since 1 January is a rate that banks can charge.
/// </summary>
public sealed class InclusiveRateInBand(RuleParameters parameters) : IRule
{
    private readonly decimal _lowest = parameters.Number("lowest");
    private readonly decimal _highest = parameters.Number("highest");

    public string Number => RuleNumbers.InclusiveRateInBand;

    public string Formula => "lowest ≤ interest_ytd ÷ granted_ytd ≤ highest";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.RateWithin(
            Number, file, ReportedSeries.InclusiveGranted, ReportedSeries.InclusiveInterest.Code, _lowest, _highest);
}
