using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V270: what S71_I counts since 1 January (columns D, E, F) does not fall within a year.</summary>
public sealed class S71YearToDateDoesNotFall : IRule
{
    public string Number => RuleNumbers.S71YearToDateDoesNotFall;

    public string Formula => "D(m) ≥ D(m − 1), m > 1; E, F alike";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        where sheet.Month.Month > 1
        let before = FormChecks.At(file, context, sheet, sheet.Month.AddMonths(-1))
        where before is not null
        from cell in sheet.Cells
        where S71Columns.IsYearToDate(cell.Column) && cell.Shown is not null
        let last = before.Find(cell.Item, cell.Column)?.Shown
        where last is not null && !last.Value.CanBeAtMost(cell.Shown!.Value)
        select new Finding(Number, cell.Cell, $"{cell.Value}", $"≥ {last}");
}
