using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V244: loans to micro and small enterprises (小微企业贷款) are part of all loans, in RMB as with foreign currency.
/// </summary>
public sealed class MseWithinAllLoans : IRule
{
    public string Number => RuleNumbers.MseWithinAllLoans;

    public string Formula => "loans.mse.balance ≤ all loans";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.WithinAllLoans(Number, file, context, "loans.mse.balance");
}
