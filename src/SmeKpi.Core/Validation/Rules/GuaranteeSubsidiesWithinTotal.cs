using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V261: the kinds of guarantee fee subsidy (担保费补贴) together are no more than all of it.</summary>
public sealed class GuaranteeSubsidiesWithinTotal : IRule
{
    private static readonly string[] s_kinds =
        ["guarantee.small_loan_fee_subsidy_ytd", "guarantee.equipment_fee_subsidy_ytd"];

    public string Number => RuleNumbers.GuaranteeSubsidiesWithinTotal;

    public string Formula => "small loan + equipment ≤ all";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.PartsWithin(Number, file, "guarantee.fee_subsidy_ytd", s_kinds);
}
