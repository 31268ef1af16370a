using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V279: non-performing and overdue loans (逾期贷款) are part of all loans.</summary>
public sealed class QualityPartsWithinLoans : IRule
{
    public string Number => RuleNumbers.QualityPartsWithinLoans;

    public string Formula => "npl ≤ all loans; overdue ≤ all loans";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, QualityItems.Form)
        from column in sheet.Columns
        from item in new[] { QualityItems.Npl, QualityItems.Overdue }
        let finding = FormChecks.Within(Number, sheet, [(item, column)], (QualityItems.Loans, column))
        where finding is not null
        select finding;
}
