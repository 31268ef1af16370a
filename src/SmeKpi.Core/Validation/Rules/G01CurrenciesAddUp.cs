using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V275: RMB (A) and foreign currency (B) make up the total (C), in every row of G01.</summary>
public sealed class G01CurrenciesAddUp : IRule
{
    public string Number => RuleNumbers.G01CurrenciesAddUp;

    public string Formula => "A + B = C";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, "G01")
        from item in sheet.Items
        let finding = FormChecks.Sum(Number, sheet, (item, "C"), (item, "A"), (item, "B"))
        where finding is not null
        select finding;
}
