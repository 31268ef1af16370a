using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V280: all loans are the same in G01 (item 62) and G01_II, in every column.</summary>
public sealed class G01LoansEqualQualityTotal : IRule
{
    public string Number => RuleNumbers.G01LoansEqualQualityTotal;

    public string Formula => "G01 62 = G01_II all loans, for A, B, C";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from g01 in FormChecks.Of(file, "G01").Concat(context.OtherForms.Where(form => form.Form == "G01"))
        let quality = FormChecks.Beside(file, context, g01, QualityItems.Form)
        where quality is not null && (file.Forms.Contains(g01) || file.Forms.Contains(quality))
        from column in quality.Columns
        let loans = g01.Find("62", column)
        let classified = quality.Find(QualityItems.Loans, column)
        where loans?.Shown is not null && classified?.Shown is not null
            && !loans.Shown.Value.CanEqual(classified.Shown.Value)
        select new Finding(
            Number, (file.Forms.Contains(quality) ? classified : loans).Cell, $"G01_II 1.{column} = {classified.Value}",
            $"G01 62.{column} = {loans.Shown}");
}
