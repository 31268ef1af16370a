using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V272: sole traders (3.1) and owners (3.2) together are no more than row 3.</summary>
public sealed class S71OwnersWithinPersons : IRule
{
    public string Number => RuleNumbers.S71OwnersWithinPersons;

    public string Formula => "3.1 + 3.2 ≤ 3";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        from column in sheet.Columns
        let finding = FormChecks.Within(Number, sheet, [("3.1", column), ("3.2", column)], ("3", column))
        where finding is not null
        select finding;
}
