using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V245: unsecured loans (信用贷款) are part of all loans, in RMB as with foreign currency.</summary>
public sealed class CreditWithinAllLoans : IRule
{
    public string Number => RuleNumbers.CreditWithinAllLoans;

    public string Formula => "loans.credit.balance ≤ all loans";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.WithinAllLoans(Number, file, context, "loans.credit.balance");
}
