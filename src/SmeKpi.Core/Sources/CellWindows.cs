using SmeKpi.Core.Sources.Csv;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources;

/// <summary>Reads a stored file once more to show a cell where it stands.</summary>
public static class CellWindows
{
    /// <summary>Rows shown above the cell, and as many below.</summary>
    public const int RowsAround = 4;

    /// <summary>Columns shown left of the cell, and as many right.</summary>
    public const int ColumnsAround = 3;

    /// <summary>The cell with its neighbours, the head of its column and the label of its row.</summary>
    /// <returns>A window without rows, and why, when there is nothing to show. Damaged bytes give no exception.</returns>
    public static CellWindow Read(SourceFile file, SourceCell cell)
    {
        if (cell.Row < 1 || cell.Column < 1)
        {
            return CellWindow.Without(WindowGap.NoSingleCell);
        }

        FileKind kind = FileKinds.Of(file.Content.Span);
        return kind switch
        {
            FileKind.Text => OfText(file.Content, cell),
            FileKind.Xml => CellWindow.Without(WindowGap.NoSingleCell),
            FileKind.Zip when !ArchiveLimits.IsWorkbook(file.Content) => CellWindow.Without(WindowGap.NoSingleCell),
            FileKind.Html => OfGrids(PageReader.Read(file.Content), cell),
            _ => OfGrids(CellErrors.Show(WorkbookReader.Read(file.Content, kind), file.Content, kind), cell),
        };
    }

    private static CellWindow OfText(ReadOnlyMemory<byte> content, SourceCell cell)
    {
        if (!SourceText.TryDecode(content.Span, out string? text))
        {
            return CellWindow.Without(WindowGap.Unreadable);
        }

        // A record may take several lines and comments none, so rows are found by the line on which they start.
        using CsvRecords records = new(text);
        List<(int Line, string[] Fields)> near = [];
        int found = -1;
        (int Line, string[] Fields)? head = null;
        while ((found < 0 || near.Count <= found + RowsAround) && records.Read())
        {
            (int Line, string[] Fields) row = (records.Line, [.. records.Fields()]);
            head ??= row;
            near.Add(row);
            found = row.Line == cell.Row ? near.Count - 1 : found;
            if (found < 0 && near.Count > RowsAround)
            {
                near.RemoveAt(0);
            }
        }

        if (found < 0)
        {
            return CellWindow.Without(records.Broken is null ? WindowGap.NotFound : WindowGap.Unreadable);
        }

        IEnumerable<(int Line, string[] Fields)> rows = near[0].Line == head!.Value.Line ? near : near.Prepend(head.Value);
        return Window(string.Empty, [.. rows.Select(row => new Line(row.Line, row.Fields))], near[found].Fields, cell);
    }

    private static CellWindow OfGrids(GridReading reading, SourceCell cell)
    {
        if (reading.Failure is not null)
        {
            return CellWindow.Without(WindowGap.Unreadable);
        }

        if (reading.Grids.FirstOrDefault(grid => grid.Sheet == cell.Sheet) is not { } grid || cell.Row > grid.RowCount)
        {
            return CellWindow.Without(WindowGap.NotFound);
        }

        int at = cell.Row - 1;
        int first = Math.Max(0, at - RowsAround);
        int last = Math.Min(grid.RowCount - 1, at + RowsAround);
        List<int> rows = [.. Enumerable.Range(first, last - first + 1)];
        if (HeadOf(grid, at, cell.Column - 1) is { } head && head < first)
        {
            rows.Insert(0, head);
        }

        return Window(
            grid.Sheet, [.. rows.Select(row => new Line(row + 1, Fields(grid, row)))], Fields(grid, at), cell);
    }

    /// <summary>The nearest row above that holds words in the column of the cell.</summary>
    private static int? HeadOf(Grid grid, int row, int column)
    {
        for (int above = row - 1; above >= 0; above--)
        {
            if (IsWord(grid[above, column]))
            {
                return above;
            }
        }

        return null;
    }

    private static string[] Fields(Grid grid, int row) =>
        [.. Enumerable.Range(0, grid.ColumnCount(row)).Select(column => grid[row, column])];

    private static CellWindow Window(string sheet, IReadOnlyList<Line> rows, string[] own, SourceCell cell)
    {
        int width = Math.Max(cell.Column, rows.Max(row => row.Fields.Length));
        int first = Math.Max(1, cell.Column - ColumnsAround);
        int last = Math.Min(width, cell.Column + ColumnsAround);
        List<int> columns = [.. Enumerable.Range(first, last - first + 1)];
        int label = Array.FindLastIndex(own, Math.Min(cell.Column, own.Length) - 1, IsWord) + 1;
        if (label > 0 && label < first)
        {
            columns.Insert(0, label);
        }

        return new CellWindow(
            SourceText.Show(sheet),
            columns,
            [
                .. rows.Select(row => new WindowRow(
                    row.Number,
                    [.. columns.Select(column => column <= row.Fields.Length ? SourceText.Show(row.Fields[column - 1].Trim()) : "")])),
            ],
            WindowGap.None);
    }

    private static bool IsWord(string text) => text.Any(char.IsLetter);

    private readonly record struct Line(int Number, string[] Fields);
}
