using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// M409: small and micro enterprises of S63_I (columns C and D) owe at least what S71_I row 1 counts up to 10
/// million yuan.
/// </summary>
public sealed class S71WithinS63 : IRule
{
    public string Number => RuleNumbers.S71WithinS63;

    public string Formula => "S71_I 1.A1 + 1.A2 + 1.A3 ≤ S63_I 15.C + 15.D";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from s71 in FormChecks.Of(file, S71Columns.Form)
            .Concat(context.OtherForms.Where(form => form.Form == S71Columns.Form))
        let s63 = FormChecks.Beside(file, context, s71, "S63_I")
        where s63 is not null && (file.Forms.Contains(s71) || file.Forms.Contains(s63))
        let small = FormChecks.Total(s71, [("1", "A1"), ("1", "A2"), ("1", "A3")])
        let all = FormChecks.Total(s63, [("15", "C"), ("15", "D")])
        where small is not null && all is not null && !small.Value.CanBeAtMost(all.Value)
        select new Finding(
            Number, file.Forms.Contains(s71) ? s71.Find("1", "A1")!.Cell : s63.Find("15", "C")!.Cell,
            $"{small}", $"≤ {all}");
}
