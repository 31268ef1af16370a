namespace SmeKpi.Core.Sources;

/// <summary>Why there is no picture of a cell's surroundings.</summary>
public enum WindowGap
{
    /// <summary>There is a picture.</summary>
    None,

    /// <summary>The value was added up from the rows of a package; no single cell holds it.</summary>
    NoSingleCell,

    /// <summary>The file could not be read again.</summary>
    Unreadable,

    /// <summary>The file has no such sheet or row.</summary>
    NotFound,
}

/// <summary>A cell of a file with what stands around it, as the parsers see it: texts without formats.</summary>
/// <param name="Columns">The numbers of the columns shown, counted from 1, in order.</param>
/// <param name="Rows">The rows shown, in order; empty when there is a gap.</param>
public sealed record CellWindow(
    string Sheet, IReadOnlyList<int> Columns, IReadOnlyList<WindowRow> Rows, WindowGap Gap)
{
    public static CellWindow Without(WindowGap gap) => new(string.Empty, [], [], gap);
}

/// <summary>One row of the picture.</summary>
/// <param name="Number">Counted from 1; in a text file the line.</param>
/// <param name="Cells">One text for each column shown; empty where the file has none.</param>
public sealed record WindowRow(int Number, IReadOnlyList<string> Cells);
