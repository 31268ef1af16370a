using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>A block of a form on a sheet: what stands above, how it is built, the rows that may hold items.</summary>
internal sealed record FormTable(
    Grid Grid, FormDefinition Form, FormHeading Heading, IFormBody Body, IReadOnlyList<int> Rows);

/// <summary>How the cells of a form lie on a sheet.</summary>
internal interface IFormBody
{
    /// <summary>The last row of the headings; the items follow.</summary>
    int LastRow { get; }

    /// <summary>The headings of columns that stand there a second time.</summary>
    IReadOnlyList<HeadingText> Twice { get; }

    /// <summary>The cells of the form's items in the order of the sheet; a needed one met twice is a finding.</summary>
    IEnumerable<FormEntry> Entries(FormTable table, FindingList findings);
}

/// <summary>A cell of a form and where its value stands.</summary>
internal readonly record struct FormEntry(FormItem Item, FormColumn Column, int Row, int At);

/// <summary>Takes a sheet apart into headings and tables. A sheet may hold one form in several blocks.</summary>
internal static class FormScan
{
    private const int RowsBeforeTitle = 15;

    /// <summary>A sheet is a form when its first rows hold the number or the title of one.</summary>
    public static FormDefinition? FormOf(Grid grid, FormCatalog forms)
    {
        for (int row = 0; row < Math.Min(grid.RowCount, RowsBeforeTitle); row++)
        {
            FormHeading heading = new FormHeading(Form: null).With(grid, row, forms, tableAbove: false);
            if (heading.Title is not null)
            {
                return heading.Form;
            }
        }

        return null;
    }

    public static List<FormTable> Tables(Grid grid, FormCatalog forms)
    {
        List<FormTable> tables = [];
        FormHeading heading = new(Form: null) { Block = FormBlock.In(grid.Sheet) ?? "" };
        FormHeadings? headings = null;
        List<int>? rows = null;
        for (int row = 0; row < grid.RowCount; row++)
        {
            if (IsBlank(grid, row))
            {
                continue;
            }

            if (heading.Form is not null && headings?.Form != heading.Form)
            {
                headings = new FormHeadings(heading.Form);
            }

            if (heading.Form is { } form && Body(grid, row, headings!) is { } body)
            {
                rows = [];
                tables.Add(new FormTable(grid, form, heading, body, rows));
                row = body.LastRow;
                continue;
            }

            FormHeading next = heading.With(grid, row, forms, tableAbove: rows is not null);
            if (!ReferenceEquals(next, heading))
            {
                heading = next;
                rows = null;
            }
            else
            {
                rows?.Add(row);
            }
        }

        return tables;
    }

    /// <summary>How many cells of a sheet have a text.</summary>
    public static int Size(Grid grid) => Enumerable.Range(0, grid.RowCount)
        .Sum(row => Enumerable.Range(0, grid.ColumnCount(row)).Count(column => grid[row, column].Length > 0));

    private static bool IsBlank(Grid grid, int row) =>
        Enumerable.Range(0, grid.ColumnCount(row)).All(column => string.IsNullOrWhiteSpace(grid[row, column]));

    private static IFormBody? Body(Grid grid, int row, FormHeadings headings) =>
        FormCellList.Find(grid, row) ?? (IFormBody?)FormColumns.Find(grid, row, headings);
}
