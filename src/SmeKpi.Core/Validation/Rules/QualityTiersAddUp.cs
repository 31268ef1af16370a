using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V277: the five tiers (五级分类) of G01_II make up all loans.</summary>
public sealed class QualityTiersAddUp : IRule
{
    public string Number => RuleNumbers.QualityTiersAddUp;

    public string Formula => "five tiers = all loans";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, "G01_II")
        from column in sheet.Columns
        let finding = FormChecks.Sum(
            Number, sheet, (QualityItems.Loans, column), [.. QualityItems.Tiers.Select(tier => (tier, column))])
        where finding is not null
        select finding;
}
