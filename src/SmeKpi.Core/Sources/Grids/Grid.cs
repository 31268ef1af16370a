using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>A sheet of a workbook or a table of a page as text cells. Rows and columns count from 0 here.</summary>
internal sealed class Grid(string sheet, IReadOnlyList<string[]> rows)
{
    /// <summary>Tables worth reading are far smaller; a sheet is read this far and no further.</summary>
    public const int MaxRows = 20_000;

    public const int MaxColumns = 256;

    /// <summary>Longer than any label or number; the rest of a longer text is not read.</summary>
    public const int MaxText = 1_000;

    public string Sheet { get; } = sheet;

    public int RowCount => rows.Count;

    /// <summary>The text of a cell; empty where the table has none.</summary>
    public string this[int row, int column] =>
        row >= 0 && row < rows.Count && column >= 0 && column < rows[row].Length ? rows[row][column] : "";

    public int ColumnCount(int row) => rows[row].Length;

    public static string Cut(string text) => text.Length > MaxText ? text[..MaxText] : text;

    public SourceCell Cell(int row, int column) => new(Sheet, row + 1, column + 1);
}

/// <summary>What a file reader makes of bytes: tables, or the finding that says why there are none.</summary>
internal readonly record struct GridReading(IReadOnlyList<Grid> Grids, Finding? Failure)
{
    public static GridReading Failed(string rule, string found, string expected) =>
        new([], new Finding(rule, Cell: null, found, expected));
}
