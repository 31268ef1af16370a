using System.Globalization;

namespace SmeKpi.Core.Statistics;

/// <summary>Where in a file a value stands. Rows and columns count from 1; text files have an empty sheet name.</summary>
public readonly record struct SourceCell(string Sheet, int Row, int Column)
{
    /// <summary>The place as spreadsheets write it, as in C7; empty where no row or column is known.</summary>
    public string ToA1() => Row < 1 || Column < 1
        ? string.Empty
        : Letters(Column) + Row.ToString(CultureInfo.InvariantCulture);

    /// <summary>A column's number, counted from 1, as spreadsheets write it: A, B … Z, AA; empty below 1.</summary>
    public static string Letters(int column) =>
        column < 1 ? string.Empty : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    public override string ToString() => Sheet.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"line {Row}, column {Column}")
        : string.Create(CultureInfo.InvariantCulture, $"{Sheet}!R{Row}C{Column}");
}
