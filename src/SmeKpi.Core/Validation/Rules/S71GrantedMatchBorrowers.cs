using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V268: borrowers granted to (column E) are zero exactly when the amount granted (column D) is.</summary>
public sealed class S71GrantedMatchBorrowers : IRule
{
    public string Number => RuleNumbers.S71GrantedMatchBorrowers;

    public string Formula => "E = 0 ⇔ D = 0, for each bracket";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        from item in sheet.Items
        from bracket in S71Columns.All
        let finding = FormChecks.ZeroTogether(Number, sheet, (item, "E" + bracket), (item, "D" + bracket))
        where finding is not null
        select finding;
}
