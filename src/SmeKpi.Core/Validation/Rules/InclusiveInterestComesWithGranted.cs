using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V257: interest and the amount granted of inclusive loans since 1 January are given together.</summary>
public sealed class InclusiveInterestComesWithGranted : IRule
{
    public string Number => RuleNumbers.InclusiveInterestComesWithGranted;

    public string Formula => "interest_ytd given ⇔ granted_ytd given; granted_ytd = 0 ⇒ interest_ytd = 0";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.GivenTogether(
            Number, file, ReportedSeries.InclusiveGranted, ReportedSeries.InclusiveInterest);
}
