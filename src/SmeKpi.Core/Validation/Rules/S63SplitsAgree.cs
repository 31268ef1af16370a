using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V281: the five tiers (1.1.1 to 1.1.5) and the kinds of security (1.2.1 to 1.2.4) of S63_I split the same
/// loans.
/// </summary>
public sealed class S63SplitsAgree : IRule
{
    private static readonly string[] s_tiers = ["1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5"];
    private static readonly string[] s_kinds = ["1.2.1", "1.2.2", "1.2.3", "1.2.4"];

    public string Number => RuleNumbers.S63SplitsAgree;

    public string Formula => "1.1.1 + … + 1.1.5 = 1.2.1 + … + 1.2.4";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, "S63_I")
        from column in sheet.Columns
        let tiers = FormChecks.Total(sheet, [.. s_tiers.Select(tier => (tier, column))])
        let kinds = FormChecks.Total(sheet, [.. s_kinds.Select(kind => (kind, column))])
        where tiers is not null && kinds is not null && !tiers.Value.CanEqual(kinds.Value)
        select new Finding(
            Number, sheet.Find(s_tiers[0], column)!.Cell, $"Σ 1.1 {column} = {tiers}", $"Σ 1.2 {column} = {kinds}");
}
