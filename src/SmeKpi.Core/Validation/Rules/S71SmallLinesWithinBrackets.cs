using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V265: up to 10 million yuan without bills (column 5) is no more than the three lower brackets.
/// </summary>
public sealed class S71SmallLinesWithinBrackets : IRule
{
    public string Number => RuleNumbers.S71SmallLinesWithinBrackets;

    public string Formula => "5 ≤ 1 + 2 + 3, for A … F";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        from item in sheet.Items
        from letter in S71Columns.Letters
        let finding = FormChecks.Within(
            Number, sheet, [(item, letter + "5")], (item, letter + "1"), (item, letter + "2"), (item, letter + "3"))
        where finding is not null
        select finding;
}
