using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V278: normal loans are tiers one and two, non-performing loans tiers three to five.</summary>
public sealed class QualityGroupsAddUp : IRule
{
    public string Number => RuleNumbers.QualityGroupsAddUp;

    public string Formula => "normal = tier 1 + tier 2; npl = tier 3 + tier 4 + tier 5";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, QualityItems.Form)
        from column in sheet.Columns
        from finding in new[]
        {
            FormChecks.Sum(
                Number, sheet, (QualityItems.Normal, column),
                [.. QualityItems.Tiers.Take(2).Select(tier => (tier, column))]),
            FormChecks.Sum(
                Number, sheet, (QualityItems.Npl, column),
                [.. QualityItems.Tiers.Skip(2).Select(tier => (tier, column))]),
        }
        where finding is not null
        select finding;
}
