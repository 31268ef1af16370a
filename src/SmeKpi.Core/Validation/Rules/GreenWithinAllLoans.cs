using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V248: green loans (绿色贷款) are part of all loans, in RMB as with foreign currency.</summary>
public sealed class GreenWithinAllLoans : IRule
{
    public string Number => RuleNumbers.GreenWithinAllLoans;

    public string Formula => "loans.green.balance ≤ all loans";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.WithinAllLoans(Number, file, context, "loans.green.balance");
}
