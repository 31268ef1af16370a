using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V242: borrowers (户数) are zero exactly when the balance is.</summary>
public sealed class BorrowersMatchBalance : IRule
{
    public string Number => RuleNumbers.BorrowersMatchBalance;

    public string Formula => "borrowers = 0 ⇔ balance = 0";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.ZeroTogether(Number, file, context, ReportedSeries.Borrowers, ReportedSeries.Inclusive);
}
