using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V262: guaranteed enterprises (在保户数) are zero exactly when the guaranteed balance (在保余额) is.</summary>
public sealed class GuaranteedEnterprisesMatchBalance : IRule
{
    public string Number => RuleNumbers.GuaranteedEnterprisesMatchBalance;

    public string Formula => "enterprises = 0 ⇔ balance = 0";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.ZeroTogether(
            Number, file, context, ReportedSeries.GuaranteedEnterprises, ReportedSeries.GuaranteeBalance);
}
