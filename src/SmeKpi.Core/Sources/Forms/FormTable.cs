using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>A block of a form found on a sheet: its heading, its columns, and the rows that may hold items.</summary>
internal sealed record FormTable(
    Grid Grid, FormDefinition Form, FormHeading Heading, FormColumns Columns, IReadOnlyList<int> Rows);

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
        List<int>? rows = null;
        for (int row = 0; row < grid.RowCount; row++)
        {
            if (heading.Form is { } form && FormColumns.Find(grid, row, form) is { } columns)
            {
                rows = [];
                tables.Add(new FormTable(grid, form, heading, columns, rows));
                row = columns.LastRow;
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
}
