using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V282: the five tiers (1.1.1 to 1.1.5) of S63_I are part of all loans to enterprises (15).</summary>
public sealed class S63TiersWithinTotal : IRule
{
    private static readonly string[] s_tiers = ["1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5"];

    public string Number => RuleNumbers.S63TiersWithinTotal;

    public string Formula => "1.1.1 + … + 1.1.5 ≤ 15";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, "S63_I")
        from column in sheet.Columns
        let finding = FormChecks.Within(Number, sheet, [.. s_tiers.Select(tier => (tier, column))], ("15", column))
        where finding is not null
        select finding;
}
