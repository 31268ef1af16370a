using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V264: the brackets of the credit line (授信额度) make up the total, in every row of S71_I.</summary>
public sealed class S71BracketsAddUp : IRule
{
    public string Number => RuleNumbers.S71BracketsAddUp;

    public string Formula => "1 + 2 + 3 + 4 = total, for A … F";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        from item in sheet.Items
        from letter in S71Columns.Letters
        let finding = FormChecks.Sum(
            Number, sheet, (item, letter), [.. S71Columns.Brackets.Select(bracket => (item, letter + bracket))])
        where finding is not null
        select finding;
}
