using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V249: agriculture-related loans (涉农贷款) are part of all loans, in RMB as with foreign currency.
/// </summary>
public sealed class AgricultureWithinAllLoans : IRule
{
    public string Number => RuleNumbers.AgricultureWithinAllLoans;

    public string Formula => "loans.agriculture.balance ≤ all loans";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.WithinAllLoans(Number, file, context, "loans.agriculture.balance");
}
