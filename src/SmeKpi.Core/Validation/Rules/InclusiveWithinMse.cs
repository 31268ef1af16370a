using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V243: inclusive loans are part of all loans to micro and small enterprises (小微企业贷款).</summary>
public sealed class InclusiveWithinMse : IRule
{
    public string Number => RuleNumbers.InclusiveWithinMse;

    public string Formula => "inclusive ≤ mse";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.Within(Number, file, context, ReportedSeries.Inclusive, ReportedSeries.Mse);
}
