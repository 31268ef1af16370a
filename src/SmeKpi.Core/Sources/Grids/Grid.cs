using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>A sheet of a workbook or a table of a page as text cells. Rows and columns count from 0 here.</summary>
internal sealed class Grid(string sheet, IReadOnlyList<string[]> rows)
{
    private readonly List<string[]> _rows = [.. rows];

    /// <summary>Tables worth reading are far smaller; a sheet is read this far and no further.</summary>
    public const int MaxRows = 20_000;

    public const int MaxColumns = 256;

    /// <summary>Longer than any label or number; the rest of a longer text is not read.</summary>
    public const int MaxText = 1_000;

    public string Sheet { get; } = sheet;

    public int RowCount => _rows.Count;

    /// <summary>The text of a cell; empty where the table has none.</summary>
    public string this[int row, int column] =>
        row >= 0 && row < _rows.Count && column >= 0 && column < _rows[row].Length ? _rows[row][column] : "";

    public int ColumnCount(int row) => _rows[row].Length;

    public static string Cut(string text) => text.Length > MaxText ? text[..MaxText] : text;

    public SourceCell Cell(int row, int column) => new(Sheet, row + 1, column + 1);

    /// <summary>Gives an empty cell of the table a text, also beyond the last cell of its row.</summary>
    public void Fill(int row, int column, string text)
    {
        if (row < 0 || row >= _rows.Count || column is < 0 or >= MaxColumns || this[row, column].Length > 0)
        {
            return;
        }

        string[] cells = _rows[row];
        _rows[row] = column < cells.Length
            ? cells
            : [.. cells, .. Enumerable.Repeat("", column - cells.Length + 1)];
        _rows[row][column] = text;
    }
}

/// <summary>What a file reader makes of bytes: tables, or the finding that says why there are none.</summary>
internal readonly record struct GridReading(IReadOnlyList<Grid> Grids, Finding? Failure)
{
    public static GridReading Failed(string rule, string found, string expected) =>
        new([], new Finding(rule, Cell: null, found, expected));
}
