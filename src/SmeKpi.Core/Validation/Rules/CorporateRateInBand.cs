using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V255: interest ÷ amount granted of corporate loans is a rate that banks can charge.</summary>
public sealed class CorporateRateInBand(RuleParameters parameters) : IRule
{
    private readonly decimal _lowest = parameters.Number("lowest");
    private readonly decimal _highest = parameters.Number("highest");

    public string Number => RuleNumbers.CorporateRateInBand;

    public string Formula => "lowest ≤ interest ÷ granted ≤ highest";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.RateWithin(
            Number, file, ReportedSeries.CorporateGranted, ReportedSeries.CorporateInterest.Code, _lowest, _highest);
}
