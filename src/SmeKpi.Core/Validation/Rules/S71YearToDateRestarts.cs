using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V271: what S71_I counts since 1 January starts anew: January alone does not reach the whole year before.
/// </summary>
public sealed class S71YearToDateRestarts(RuleParameters parameters) : IRule
{
    private readonly decimal _leastAmount = parameters.Number("least-amount");
    private readonly decimal _leastCount = parameters.Number("least-count");

    public string Number => RuleNumbers.S71YearToDateRestarts;

    public string Formula => "D(January) < D(December); E, F alike";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        where sheet.Month.Month == 1
        let before = FormChecks.At(file, context, sheet, sheet.Month.AddMonths(-1))
        where before is not null
        from cell in sheet.Cells
        where S71Columns.IsYearToDate(cell.Column) && cell.Value is not null
        let december = before.Find(cell.Item, cell.Column)?.Value?.Number
        where december >= (cell.Value!.Value.Unit == Unit.Count ? _leastCount : _leastAmount)
            && cell.Value.Value.Number >= december
        select new Finding(Number, cell.Cell, $"{cell.Value}", $"< {Interval.Exact(december.Value)}");
}
