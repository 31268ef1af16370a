using System.Globalization;
using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Imports;

namespace SmeKpi.Storage.Tests.Support;

/// <summary>The smallest layout for tests: indicator,scope,bank,region,month,value,unit on each line.</summary>
internal static class TextFormat
{
    public const string Refused = "V200";

    public static SourceFile File(string name, params IEnumerable<string> lines) =>
        new(name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public static string Line(SeriesKey series, YearMonth month, string value, string unit = "yuan") =>
        $"{series.Indicator},{series.Scope},{series.Bank},{series.Region},{month},{value},{unit}";

    /// <summary>A line "bad" blocks; "received …" gives the moment of the file.</summary>
    public static ParsedFile Parse(SourceFile file)
    {
        string[] lines = Encoding.UTF8.GetString(file.Content.Span).Split('\n');
        Figure[] figures = [.. lines.Index().Where(line => line.Item.Contains(',')).Select(line => Figure(line.Item, line.Index + 1))];
        Finding[] findings = [.. lines.Where(line => line == "bad").Select(line => new Finding(Refused, null, line, "good"))];
        string? received = lines.FirstOrDefault(line => line.StartsWith("received ", StringComparison.Ordinal))?[9..];
        return new ParsedFile(
            "text",
            figures,
            [.. lines.Where(line => line.StartsWith("bank ", StringComparison.Ordinal)).Select(line => Bank(line[5..]))],
            [.. lines.Where(line => line.StartsWith("region ", StringComparison.Ordinal)).Select(line => Region(line[7..]))],
            findings,
            lines.Contains("synthetic"),
            received is null ? null : DateTimeOffset.Parse(received, CultureInfo.InvariantCulture));
    }

    public static IReadOnlyList<Finding> NoRules(ParsedFile file, CheckInput input) => [];

    private static Figure Figure(string line, int row)
    {
        string[] cells = line.Split(',');
        Quantity? value = cells[5].Length == 0
            ? null
            : new Quantity(decimal.Parse(cells[5], CultureInfo.InvariantCulture), Enum.Parse<Unit>(cells[6], ignoreCase: true));
        return new Figure(
            new SeriesKey(cells[0], cells[1], cells[2].Length == 0 ? null : cells[2], cells[3]),
            YearMonth.Parse(cells[4]),
            value,
            new SourceCell(cells.Length > 7 ? cells[7] : string.Empty, row, 6));
    }

    private static Bank Bank(string code) => new(
        code, new LocalizedText(code, code), BankType.City, true, new YearMonth(2020, 1), null, null, [$"{code} (alias)"]);

    private static Region Region(string code) => new(code, new LocalizedText(code, code), null, RegionKind.City);
}
