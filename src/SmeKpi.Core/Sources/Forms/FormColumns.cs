using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>The columns of a form found on a sheet.</summary>
/// <param name="LastRow">The last row of the headings; the items follow.</param>
/// <param name="At">Where each column of the form stands.</param>
/// <param name="Twice">The headings of columns that stand there a second time.</param>
internal sealed record FormColumns(
    int LastRow, IReadOnlyDictionary<string, int> At, IReadOnlyList<HeadingText> Twice) : IFormBody
{
    private const int RowsFromNamesToCodes = 3;

    /// <summary>The columns whose headings begin in a row: by their codes, else by their names.</summary>
    /// <returns>Null when the row is no row of headings.</returns>
    public static FormColumns? Find(Grid grid, int row, FormHeadings headings)
    {
        FormDefinition form = headings.Form;
        if (ByCode(grid, row, form) is { } byCode)
        {
            return byCode;
        }

        if (ByName(grid, row, headings) is not { } byName)
        {
            return null;
        }

        return Enumerable.Range(row + 1, RowsFromNamesToCodes)
            .Where(below => below < grid.RowCount)
            .Select(below => ByCode(grid, below, form))
            .FirstOrDefault(columns => columns is not null) ?? byName;
    }

    /// <summary>The column of the sheet in which values begin.</summary>
    public int First => At.Values.Min();

    public IEnumerable<FormEntry> Entries(FormTable table, FindingList findings)
    {
        FormRows rows = new(table.Form, table.Grid, this);
        foreach (int row in table.Rows)
        {
            if (rows.Match(row, findings) is not { } item)
            {
                continue;
            }

            foreach (FormColumn column in table.Form.Columns.Where(column => At.ContainsKey(column.Code)))
            {
                yield return new FormEntry(item, column, row, At[column.Code]);
            }
        }
    }

    private static FormColumns? ByCode(Grid grid, int row, FormDefinition form)
    {
        Dictionary<string, int> at = new(StringComparer.Ordinal);
        List<HeadingText> twice = [];
        for (int column = 0; column < grid.ColumnCount(row); column++)
        {
            string code = FormPatterns.Column().Match(FormText.Narrow(grid[row, column])).Groups["code"].Value;
            if (form.FindColumn(code) is not null && !at.TryAdd(code, column))
            {
                twice.Add(new HeadingText(code, grid.Cell(row, column)));
            }
        }

        return at.Count >= Math.Min(2, form.Columns.Count) ? new FormColumns(row, at, twice) : null;
    }

    private static FormColumns? ByName(Grid grid, int row, FormHeadings headings)
    {
        Dictionary<string, int> at = new(StringComparer.Ordinal);
        List<HeadingText> twice = [];
        bool hasBelow = false;
        string group = "";

        // The heading of a group may be the last text of its row, while its parts go on below.
        int width = Math.Max(grid.ColumnCount(row), row + 1 < grid.RowCount ? grid.ColumnCount(row + 1) : 0);
        for (int column = 0; column < width; column++)
        {
            string own = FormText.Compact(grid[row, column]);
            group = own.Length > 0 ? own : group;
            FormColumn? top = headings.Top(group);
            FormColumn? under = top is null ? null : headings.Under(top, FormText.Compact(grid[row + 1, column]));
            hasBelow |= under is not null;
            if ((under ?? (own.Length > 0 ? top : null)) is { } found && !at.TryAdd(found.Code, column))
            {
                twice.Add(new HeadingText(SourceText.Show(grid[row, column]), grid.Cell(row, column)));
            }
        }

        bool hasItemHead = Enumerable.Range(0, grid.ColumnCount(row))
            .Any(column => FormHeads.IsItem(grid[row, column]));
        return at.Count >= 2 || (at.Count == 1 && hasItemHead)
            ? new FormColumns(hasBelow ? row + 1 : row, at, twice)
            : null;
    }
}
