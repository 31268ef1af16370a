using System.Globalization;

namespace SmeKpi.Core.Statistics;

/// <summary>Where in a file a value stands. Rows and columns count from 1; text files have an empty sheet name.</summary>
public readonly record struct SourceCell(string Sheet, int Row, int Column)
{
    public override string ToString() => Sheet.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"line {Row}, column {Column}")
        : string.Create(CultureInfo.InvariantCulture, $"{Sheet}!R{Row}C{Column}");
}
