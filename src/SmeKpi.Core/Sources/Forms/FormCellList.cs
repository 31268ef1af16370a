using System.Text.RegularExpressions;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>A form as a list with one cell in each row: S71_I_1..A5.2021 or GF0102_6_A, label, value.</summary>
/// <remarks>
/// The first kind of code names item and column. The second names a row of the publisher's sheet, which says nothing
/// here: the label beside it tells the item.
/// </remarks>
internal sealed record FormCellList(int LastRow, int CodeColumn, int ValueColumn) : IFormBody
{
    public IReadOnlyList<HeadingText> Twice => [];

    /// <returns>Null when the row is not the heading of such a list.</returns>
    public static FormCellList? Find(Grid grid, int row)
    {
        int code = Column(grid, row, FormHeads.IsCode);
        int value = Column(grid, row, FormHeads.IsValue);
        return code >= 0 && value >= 0 && FormPatterns.CellCode().IsMatch(Text(grid, row + 1, code))
            ? new FormCellList(row, code, value)
            : null;
    }

    public IEnumerable<FormEntry> Entries(FormTable table, FindingList findings)
    {
        FormLabels labels = new(table.Form);
        HashSet<FormPlace> seen = [];
        foreach (int row in table.Rows)
        {
            Match match = FormPatterns.CellCode().Match(Text(table.Grid, row, CodeColumn));
            if (!match.Success || !IsOf(table.Form, match.Groups["form"].Value)
                || table.Form.FindColumn(match.Groups["column"].Value) is not { } column
                || Item(table, row, match, labels) is not { } item)
            {
                continue;
            }

            if (seen.Add(new FormPlace(item.Code, column.Code)))
            {
                yield return new FormEntry(item, column, row, ValueColumn);
            }
            else if (labels.IsNeeded(item))
            {
                findings.Add(
                    RuleNumbers.UnknownRow, table.Grid.Cell(row, CodeColumn), $"{item.Code}.{column.Code}",
                    $"1 × {item.Code}.{column.Code}");
            }
        }
    }

    private FormItem? Item(FormTable table, int row, Match match, FormLabels labels)
    {
        if (match.Groups["item"].Success && !table.Form.OwnCodes)
        {
            return table.Form.FindItem(match.Groups["item"].Value);
        }

        return Enumerable.Range(0, ValueColumn)
            .Where(column => column != CodeColumn)
            .Select(column => FormPatterns.Row().Match(Text(table.Grid, row, column)) is { Success: true } numbered
                ? numbered.Groups["rest"].Value
                : Text(table.Grid, row, column))
            .Select(labels.Find)
            .FirstOrDefault(item => item is not null);
    }

    private static bool IsOf(FormDefinition form, string number) =>
        form.Number == number || form.Prefixes.Contains(number, StringComparer.Ordinal);

    private static int Column(Grid grid, int row, Func<string, bool> isHead)
    {
        for (int column = 0; column < grid.ColumnCount(row); column++)
        {
            if (isHead(grid[row, column]))
            {
                return column;
            }
        }

        return -1;
    }

    private static string Text(Grid grid, int row, int column) => FormText.Narrow(grid[row, column]);
}
