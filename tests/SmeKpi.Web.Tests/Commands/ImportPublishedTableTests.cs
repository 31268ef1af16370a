using System.Globalization;
using SmeKpi.SampleData;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Commands;

/// <summary>The central bank's real workbooks go in whole, to the cent, once.</summary>
public sealed class ImportPublishedTableTests(SeededDatabase seeded)
{
    private const decimal FenPerYi = 100_000_000m * 100m;

    public static TheoryData<int> Years => [2018, 2020, 2021, 2023, 2024, 2025];

    [Theory]
    [MemberData(nameof(Years))]
    public async Task Import_RealWorkbook_StoresEveryCellOnce(int year)
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        string path = Path.Combine(SeedData.Folder, "statistics", "pboc", $"credit-funds-{year}.xlsx");

        RunResult first = await Smekpi.RunAsync("import", path, "--data", data);

        Assert.True(first.ExitCode == 0, first.ToString());
        DatabaseFile database = new(data);
        IReadOnlyList<Cell> expected = Expected(File.ReadAllBytes(path));
        Assert.Equal(expected, Stored(database));
        Assert.Equal(expected.Select(cell => cell.Row).Distinct().Count(), (int)database.Count("series"));
        string content = database.Hash();

        RunResult second = await Smekpi.RunAsync("import", path, "--data", data);

        Assert.Equal(0, second.ExitCode);
        Assert.Contains("already received", second.Output, StringComparison.Ordinal);
        Assert.Equal(content, database.Hash());
    }

    private static List<Cell> Stored(DatabaseFile database) =>
    [
        .. database.Rows("SELECT cell_row, cell_column, month, amount_fen FROM observations ORDER BY cell_row, cell_column")
            .Select(row => new Cell((long)row[0]!, (long)row[1]!, (long)row[2]!, (long?)row[3])),
    ];

    /// <summary>All cells of the months that were published, read from the XML.</summary>
    private static List<Cell> Expected(byte[] content)
    {
        StrippedWorkbook workbook = StrippedWorkbook.Read(content);
        IReadOnlyList<string> header = workbook.Rows[0];
        List<(int Column, int Month)> months =
        [
            .. header.Index().Where(cell => cell.Item.StartsWith("month_", StringComparison.Ordinal))
                .Select(cell => (Column: cell.Index, Month: int.Parse(cell.Item[6..], CultureInfo.InvariantCulture)))
                .Where(month => workbook.Rows.Skip(1).Any(row => Text(row, month.Column).Length > 0)),
        ];
        return
        [
            .. workbook.Rows.Index().Skip(1).SelectMany(row => months.Select(month => new Cell(
                row.Index + 1,
                month.Column + 1,
                (workbook.Year * 100) + month.Month,
                Text(row.Item, month.Column) is { Length: > 0 } text ? Fen(text) : null))),
        ];
    }

    private static string Text(IReadOnlyList<string> row, int column) => column < row.Count ? row[column] : string.Empty;

    private static long Fen(string yi) =>
        (long)decimal.Round(decimal.Parse(yi, NumberStyles.Float, CultureInfo.InvariantCulture) * FenPerYi);

    private sealed record Cell(long Row, long Column, long Month, long? Fen);
}
