using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V274: each kind of borrower (1.1 to 1.5) is part of row 1.</summary>
public sealed class S71KindsWithinEnterprises : IRule
{
    private static readonly string[] s_kinds = ["1.1", "1.2", "1.3", "1.4", "1.5"];

    public string Number => RuleNumbers.S71KindsWithinEnterprises;

    public string Formula => "1.1 … 1.5 ≤ 1";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        from item in s_kinds
        from column in sheet.Columns
        let finding = FormChecks.Within(Number, sheet, [(item, column)], ("1", column))
        where finding is not null
        select finding;
}
