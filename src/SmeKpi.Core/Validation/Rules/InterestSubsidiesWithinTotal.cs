using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V260: the kinds of interest subsidy (财政贴息) together are no more than all of it.</summary>
public sealed class InterestSubsidiesWithinTotal : IRule
{
    private static readonly string[] s_kinds =
    [
        "interest_subsidy.manufacturing_paid_ytd", "interest_subsidy.first_technology_loan_paid_ytd",
        "interest_subsidy.urban_renewal_paid_ytd",
    ];

    public string Number => RuleNumbers.InterestSubsidiesWithinTotal;

    public string Formula => "manufacturing + first technology loan + urban renewal ≤ paid";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.PartsWithin(Number, file, "interest_subsidy.paid_ytd", s_kinds);
}
