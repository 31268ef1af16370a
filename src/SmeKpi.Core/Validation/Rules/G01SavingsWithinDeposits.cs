using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V276: savings deposits (27) are part of all deposits (61).</summary>
public sealed class G01SavingsWithinDeposits : IRule
{
    public string Number => RuleNumbers.G01SavingsWithinDeposits;

    public string Formula => "27 ≤ 61";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, "G01")
        from column in sheet.Columns
        let finding = FormChecks.Within(Number, sheet, [("27", column)], ("61", column))
        where finding is not null
        select finding;
}
