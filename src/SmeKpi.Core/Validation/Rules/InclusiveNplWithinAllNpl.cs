using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V259: non-performing inclusive loans are part of all non-performing loans (不良贷款).</summary>
public sealed class InclusiveNplWithinAllNpl : IRule
{
    public string Number => RuleNumbers.InclusiveNplWithinAllNpl;

    public string Formula => "inclusive npl ≤ all npl";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.Within(Number, file, context, ReportedSeries.InclusiveNpl, ReportedSeries.AllNpl);
}
