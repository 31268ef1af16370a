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
        foreach (HeadingText heading in table.Body.Twice)
        {
            findings.Add(RuleNumbers.WrongHeader, heading.Cell, heading.Text, "1 × " + heading.Text);
        }

        List<FormCell> cells = [];
        foreach (FormEntry entry in table.Body.Entries(table, findings))
        {
            AddCell(table.Grid, entry, facts?.Unit ?? new SourceUnit(Unit.Yuan, 1m), cells, findings);
        }

        return facts is null
            ? null
            : new FormSheet(table.Form.Number, table.Heading.Block, facts.Bank, facts.Region, facts.Month, cells);
    }

    /// <summary>The figures of a form; what they need and the sheet lacks is a finding.</summary>
    public static IEnumerable<Figure> Figures(FormTable table, FormSheet sheet, FindingList findings)
    {
        List<FormPlace> needed = [.. table.Form.Figures.SelectMany(figure => figure.Cells)];
        HashSet<string> items = [.. sheet.Cells.Select(cell => cell.Item)];
        HashSet<string> columns = [.. sheet.Cells.Select(cell => cell.Column)];
        foreach (string code in needed.Select(place => place.Item).Distinct().Where(code => !items.Contains(code)))
        {
            string row = FormRows.Shown(table.Form.FindItem(code)!);
            findings.Add(RuleNumbers.MissingRow, null, table.Grid.Sheet, row);
        }

        foreach (string code in needed.Select(place => place.Column).Distinct().Where(code => !columns.Contains(code)))
        {
            string column = $"{code} {table.Form.FindColumn(code)!.Name.Zh}";
            findings.Add(RuleNumbers.WrongHeader, table.Grid.Cell(table.Body.LastRow, 0), "", column);
        }

        foreach (FormPlace place in needed.Where(place => items.Contains(place.Item) && columns.Contains(place.Column)))
        {
            if (sheet.Find(place.Item, place.Column) is null)
            {
                findings.Add(RuleNumbers.MissingRow, null, table.Grid.Sheet, place.ToString());
            }
        }

        return table.Form.Figures.Select(figure => Sum(figure, sheet)).OfType<Figure>();
    }

    private static void AddCell(
        Grid grid, FormEntry entry, SourceUnit unit, List<FormCell> cells, FindingList findings)
    {
        bool isCount = entry.Column.Kind is Unit.Count;
        SourceUnit counted = isCount ? new SourceUnit(Unit.Count, 1m) : unit;
        Quantity? value = Value(grid, entry, counted, findings);
        decimal step = isCount ? 1m : unit.Factor * SmallestStep;
        cells.Add(new FormCell(entry.Item.Code, entry.Column.Code, value, step, grid.Cell(entry.Row, entry.At)));
    }

    // An error such as #REF! is no number either, so it is shown with its cell.
    private static Quantity? Value(Grid grid, FormEntry entry, SourceUnit unit, FindingList findings)
    {
        string text = FormText.Narrow(grid[entry.Row, entry.At]);
        if (NumberText.IsMissing(text))
        {
            return null;
        }

        Quantity? value = NumberText.TryParse(text, out decimal number) ? unit.Convert(number) : null;
        if (value is null)
        {
            string expected = unit.Kind is Unit.Count ? "0" : "0.00";
            findings.Add(RuleNumbers.BadNumber, grid.Cell(entry.Row, entry.At), SourceText.Show(text), expected);
        }

        return value;
    }

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
