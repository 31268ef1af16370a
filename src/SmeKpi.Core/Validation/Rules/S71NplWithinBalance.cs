using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V266: non-performing loans (column C) are part of the balance (column A) of their bracket.</summary>
public sealed class S71NplWithinBalance : IRule
{
    public string Number => RuleNumbers.S71NplWithinBalance;

    public string Formula => "C ≤ A, for each bracket";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        from item in sheet.Items
        from bracket in S71Columns.All
        let finding = FormChecks.Within(Number, sheet, [(item, "C" + bracket)], (item, "A" + bracket))
        where finding is not null
        select finding;
}
