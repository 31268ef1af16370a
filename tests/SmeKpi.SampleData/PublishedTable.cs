using System.Globalization;

namespace SmeKpi.SampleData;

/// <summary>
/// The national table in the layout in which it is published, made from the figures of a stripped workbook: title rows,
/// unit, header with months, sections, notes and a back-cast table below that must not be read.
/// </summary>
/// <remarks>A fixture, not the publisher's file: a note in it says so.</remarks>
public sealed record PublishedTable(IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public const string Title = "金融机构人民币信贷收支表";
    public const string Mark = "synthetic: true（测试样例，非发布机构原件）";
    private const int FirstMonth = 3;
    private const int Months = 12;

    public static PublishedTable From(StrippedWorkbook workbook)
    {
        List<IReadOnlyList<string>> rows =
        [
            [Title],
            ["Summary of Sources And Uses of Credit Funds of Financial Institutions（in RMB）"],
            ["单位：亿元人民币   Unit: 100 Million Yuan"],
            [],
            ["项目 Item", .. Enumerable.Range(1, Months).Select(month => Heading(workbook.Year, month))],
        ];
        string section = "";
        foreach (IReadOnlyList<string> row in workbook.Rows.Skip(1))
        {
            if (row[1] != section)
            {
                section = row[1];
                rows.Add([section + (section.StartsWith('来') ? " Funds Sources" : " Funds Uses")]);
            }

            rows.Add([row[2], .. row.Skip(FirstMonth)]);
        }

        rows.Add(["注：1. " + Mark]);
        rows.Add(["2. 按可比口径回溯的数据见下表"]);
        rows.Add(["项目 Item", Heading(workbook.Year - 1, 12)]);
        rows.Add(["一、各项贷款 Total Loans", "1.00"]);
        return new PublishedTable(rows);
    }

    /// <summary>The same table with one cell changed; rows and columns count from 0.</summary>
    public PublishedTable With(int row, int column, string text)
    {
        List<IReadOnlyList<string>> rows = [.. Rows];
        List<string> cells = [.. rows[row]];
        cells[column] = text;
        rows[row] = cells;
        return new PublishedTable(rows);
    }

    public PublishedTable Without(int row) => new([.. Rows.Take(row), .. Rows.Skip(row + 1)]);

    public PublishedTable CutAfter(int rows) => new([.. Rows.Take(rows)]);

    /// <summary>The first row whose label starts with a text.</summary>
    public int RowOf(string label) => Rows.ToList().FindIndex(row =>
        row.Count > 0 && row[0].StartsWith(label, StringComparison.Ordinal));

    // A publisher that types numbers writes October as 2024.1.
    private static string Heading(int year, int month) => month == 10
        ? string.Create(CultureInfo.InvariantCulture, $"{year}.1")
        : string.Create(CultureInfo.InvariantCulture, $"{year}.{month:00}");
}
