using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V267: borrowers (column B) are zero exactly when the balance (column A) is.</summary>
public sealed class S71BorrowersMatchBalance : IRule
{
    public string Number => RuleNumbers.S71BorrowersMatchBalance;

    public string Formula => "B = 0 ⇔ A = 0, for each bracket";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        from item in sheet.Items
        from bracket in S71Columns.All
        let finding = FormChecks.ZeroTogether(Number, sheet, (item, "B" + bracket), (item, "A" + bracket))
        where finding is not null
        select finding;
}
