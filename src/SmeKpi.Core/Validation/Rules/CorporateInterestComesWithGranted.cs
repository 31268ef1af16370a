using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V254: interest (利息) and the amount granted (发放额) of corporate loans are given together.</summary>
public sealed class CorporateInterestComesWithGranted : IRule
{
    public string Number => RuleNumbers.CorporateInterestComesWithGranted;

    public string Formula => "interest given ⇔ granted given; granted = 0 ⇒ interest = 0";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.GivenTogether(
            Number, file, ReportedSeries.CorporateGranted, ReportedSeries.CorporateInterest);
}
