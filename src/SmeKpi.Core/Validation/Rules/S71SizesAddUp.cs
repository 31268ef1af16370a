using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V273: small (1.a) and micro (1.b) enterprises make up row 1.</summary>
public sealed class S71SizesAddUp : IRule
{
    public string Number => RuleNumbers.S71SizesAddUp;

    public string Formula => "1.a + 1.b = 1";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        from column in sheet.Columns
        let finding = FormChecks.Sum(Number, sheet, ("1", column), ("1.a", column), ("1.b", column))
        where finding is not null
        select finding;
}
