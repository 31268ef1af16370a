using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V247: manufacturing medium and long-term loans (制造业中长期贷款) are part of medium and long-term loans.
/// </summary>
public sealed class ManufacturingWithinMediumLongTerm : IRule
{
    public string Number => RuleNumbers.ManufacturingWithinMediumLongTerm;

    public string Formula => "manufacturing ≤ medium and long-term";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.Within(Number, file, context, ReportedSeries.Manufacturing, ReportedSeries.MediumLongTerm);
}
