using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V246: medium and long-term loans (中长期贷款) are part of all loans, in RMB as with foreign currency.
/// </summary>
public sealed class MediumLongTermWithinAllLoans : IRule
{
    public string Number => RuleNumbers.MediumLongTermWithinAllLoans;

    public string Formula => "loans.medium_long_term.balance ≤ all loans";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.WithinAllLoans(Number, file, context, "loans.medium_long_term.balance");
}
