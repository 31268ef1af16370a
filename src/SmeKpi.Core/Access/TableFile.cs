using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Access;

/// <summary>A table whose columns are set apart by commas and may be padded by spaces, so that it reads as one.</summary>
internal sealed class TableFile
{
    private TableFile(string path, IReadOnlyList<string> columns, IReadOnlyList<TableRow> rows)
    {
        Path = path;
        Columns = columns;
        Rows = rows;
    }

    public string Path { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    /// <exception cref="DataFileException">The file is missing, has other columns, a short or long row, or a row twice.</exception>
    public static TableFile Read(string path, IReadOnlyList<string> expected)
    {
        List<(int Line, string[] Cells)> lines =
        [
            .. DataFile.Read(path).ReplaceLineEndings("\n").Split('\n')
                .Select((text, at) => (Line: at + 1, Text: text.Trim()))
                .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
                .Select(line => (line.Line, line.Text.Split(',', StringSplitOptions.TrimEntries))),
        ];
        if (lines is not [var head, .. var rest] || !head.Cells.SequenceEqual(expected))
        {
            throw new DataFileException(path, lines is [var first, ..] ? first.Line : 1,
                $"expected the columns {string.Join(", ", expected)}");
        }

        HashSet<string> seen = [];
        foreach ((int line, string[] cells) in rest)
        {
            if (cells.Length != expected.Count)
            {
                throw new DataFileException(path, line, $"{cells.Length} cells; expected {expected.Count}");
            }

            if (!seen.Add(cells[0]))
            {
                throw new DataFileException(path, line, $"'{cells[0]}' stands there twice");
            }
        }

        return new TableFile(path, expected,
            [.. rest.Select(row => new TableRow(path, row.Line, expected, row.Cells))]);
    }

    /// <exception cref="DataFileException">A row is missing, or there is one too many.</exception>
    public void MustHave(IEnumerable<string> names)
    {
        List<string> wanted = [.. names];
        if (Rows.FirstOrDefault(row => !wanted.Contains(row.Name)) is { } unknown)
        {
            throw new DataFileException(Path, unknown.Line, $"'{unknown.Name}'; expected one of {string.Join(", ", wanted)}");
        }

        if (wanted.FirstOrDefault(name => Rows.All(row => row.Name != name)) is { } missing)
        {
            throw new DataFileException(Path, 1, $"no row for '{missing}'");
        }
    }
}

/// <summary>A row by the names of its columns.</summary>
internal sealed record TableRow(string Path, int Line, IReadOnlyList<string> Columns, IReadOnlyList<string> Cells)
{
    public string Name => Cells[0];

    /// <summary>What a cell means.</summary>
    /// <exception cref="DataFileException">The cell holds something else than the words allowed.</exception>
    public T Word<T>(string column, IReadOnlyDictionary<string, T> words) => words.TryGetValue(this[column], out T? value)
        ? value
        : throw new DataFileException(
            Path, Line, $"{column}: '{this[column]}'; expected one of {string.Join(", ", words.Keys)}");

    /// <exception cref="DataFileException">The cell holds no whole number within the limits.</exception>
    public int Number(string column, int least, int most) =>
        int.TryParse(this[column], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int value)
        && value >= least && value <= most
            ? value
            : throw new DataFileException(Path, Line, $"{column}: '{this[column]}'; expected {least} to {most}");

    private string this[string column] => Cells[Columns.ToList().IndexOf(column)];
}
