using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>Reads the cells of one table of a form and adds them up to figures.</summary>
internal static class FormSheetReader
{
    // The returns are filed with two decimals.
    private const decimal SmallestStep = 0.01m;

    /// <returns>Null when findings say why the table cannot be read.</returns>
    public static FormSheet? Read(FormTable table, SourceContext context, FindingList findings)
    {
        FormFacts? facts = FormFacts.Read(table.Heading, context, findings);
        foreach (HeadingText heading in table.Columns.Twice)
        {
            findings.Add(RuleNumbers.WrongHeader, heading.Cell, heading.Text, "1 × " + heading.Text);
        }

        SourceUnit unit = facts?.Unit ?? new SourceUnit(Unit.Yuan, 1m);
        FormRows rows = new(table.Form, table.Grid, table.Columns);
        List<FormCell> cells = [];
        foreach (int row in table.Rows)
        {
            if (rows.Match(row, findings) is { } item)
            {
                AddCells(table, row, item, unit, cells, findings);
            }
        }

        return facts is null
            ? null
            : new FormSheet(table.Form.Number, table.Heading.Block, facts.Bank, facts.Region, facts.Month, cells);
    }

    /// <summary>The figures of a form; what they need and the sheet lacks is a finding.</summary>
    public static IEnumerable<Figure> Figures(FormTable table, FormSheet sheet, FindingList findings)
    {
        IEnumerable<string> columns = Needed(table.Form, place => place.Column);
        foreach (string column in columns.Where(code => !table.Columns.At.ContainsKey(code)))
        {
            SourceCell at = table.Grid.Cell(table.Columns.LastRow, table.Columns.First);
            findings.Add(RuleNumbers.WrongHeader, at, "", $"{column} {table.Form.FindColumn(column)!.Name.Zh}");
        }

        HashSet<string> found = [.. sheet.Cells.Select(cell => cell.Item)];
        foreach (string item in Needed(table.Form, place => place.Item).Where(code => !found.Contains(code)))
        {
            findings.Add(
                RuleNumbers.MissingRow, null, table.Grid.Sheet, FormRows.Shown(table.Form.FindItem(item)!));
        }

        return table.Form.Figures.Select(figure => Sum(figure, sheet)).OfType<Figure>();
    }

    private static void AddCells(
        FormTable table, int row, FormItem item, SourceUnit unit, List<FormCell> cells, FindingList findings)
    {
        foreach (FormColumn column in table.Form.Columns)
        {
            if (!table.Columns.At.TryGetValue(column.Code, out int at))
            {
                continue;
            }

            bool isCount = column.Kind is Unit.Count;
            SourceUnit counted = isCount ? new SourceUnit(Unit.Count, 1m) : unit;
            if (TryReadValue(table.Grid, row, at, counted, findings, out Quantity? value))
            {
                decimal step = isCount ? 1m : unit.Factor * SmallestStep;
                cells.Add(new FormCell(item.Code, column.Code, value, step, table.Grid.Cell(row, at)));
            }
        }
    }

    // An error such as #REF! is no number either, so it is shown with its cell.
    private static bool TryReadValue(
        Grid grid, int row, int column, SourceUnit unit, FindingList findings, out Quantity? value)
    {
        value = null;
        string text = FormText.Narrow(grid[row, column]);
        if (NumberText.IsMissing(text))
        {
            return true;
        }

        value = NumberText.TryParse(text, out decimal number) ? unit.Convert(number) : null;
        if (value is null)
        {
            string expected = unit.Kind is Unit.Count ? "0" : "0.00";
            findings.Add(RuleNumbers.BadNumber, grid.Cell(row, column), SourceText.Show(text), expected);
        }

        return value is not null;
    }

    private static IEnumerable<string> Needed(FormDefinition form, Func<FormPlace, string> part) =>
        form.Figures.SelectMany(figure => figure.Cells).Select(part).Distinct(StringComparer.Ordinal);

    private static Figure? Sum(FormFigure figure, FormSheet sheet)
    {
        List<FormCell> cells =
            [.. figure.Cells.Select(place => sheet.Find(place.Item, place.Column)).OfType<FormCell>()];
        if (cells.Count < figure.Cells.Count)
        {
            return null;
        }

        Quantity? sum = cells.All(cell => cell.Value is not null)
            ? new Quantity(cells.Sum(cell => cell.Value!.Value.Number), cells[0].Value!.Value.Unit)
            : null;
        SeriesKey series = new(figure.Indicator, figure.Scope, sheet.Bank, sheet.Region);
        return new Figure(series, sheet.Month, sum, cells[0].Cell);
    }
}
