using System.Globalization;
using System.Text;
using SmeKpi.SampleData;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Commands;

/// <summary>What is refused says where and why, and leaves nothing behind but the record that it was refused.</summary>
public sealed class ImportRefusalTests(SeededDatabase seeded)
{
    private const string Workbook = "statistics/pboc/credit-funds-2024.xlsx";

    [Fact]
    public Task Import_TruncatedWorkbook_IsRefused() =>
        AssertRefusedAsync("cut.xlsx", SeedData.Read(Workbook)[..4_000], "S104", "the file", "Found: ", "expected: ZIP");

    [Fact]
    public Task Import_RenamedRow_IsRefusedWithTheCell()
    {
        PublishedTable table = PublishedTable.From(StrippedWorkbook.Read(SeedData.Read(Workbook)));
        int row = table.RowOf("一、各项存款");
        return AssertRefusedAsync(
            "renamed.xlsx",
            Workbooks.SaveXlsx(table.With(row, 0, "一、各种存款 Total Deposits").Rows),
            $"A{row + 1}",
            "Found: 一、各种存款",
            "expected: ");
    }

    [Fact]
    public Task Import_ValuesInTenThousands_IsRefusedWithTheCell()
    {
        PublishedTable table = PublishedTable.From(StrippedWorkbook.Read(SeedData.Read(Workbook)));
        List<IReadOnlyList<string>> rows = [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(TimesTenThousand)])];
        int loans = table.RowOf("一、各项贷款");
        return AssertRefusedAsync(
            "times-ten-thousand.xlsx",
            Workbooks.SaveXlsx(rows),
            $"B{loans + 1}",
            $"Found: {rows[loans][1]}",
            "expected: 300000 .. 30000000");
    }

    [Fact]
    public Task Import_UnitRewritten_IsRefusedWithTheCell()
    {
        PublishedTable table = PublishedTable.From(StrippedWorkbook.Read(SeedData.Read(Workbook)));
        return AssertRefusedAsync(
            "wan.xlsx",
            Workbooks.SaveXlsx(table.With(2, 0, "单位：万元人民币   Unit: 10 Thousand Yuan").Rows),
            "A3",
            "Found: 单位：万元",
            "expected: ");
    }

    [Fact]
    public Task Import_ErrorPage_IsRefused() => AssertRefusedAsync(
        "credit-funds.xls", Encoding.UTF8.GetBytes(SmeKpi.SampleData.Pages.ErrorPage), "S105", "Found: 403 Forbidden", "expected: <table>");

    [Fact]
    public Task Import_EmptyFile_IsRefused() =>
        AssertRefusedAsync("empty.csv", [], "S101", "the file", "Found: 0", "expected: > 0");

    [Fact]
    public Task Import_ContradictingExtension_IsRefused() =>
        AssertRefusedAsync("table.csv", SeedData.Read(Workbook), "S106", "Found: table.csv", "expected: .xlsx");

    [Fact]
    public Task Import_ReturnOfUnknownBank_IsRefusedWithTheLine() => AssertRefusedAsync(
        "return.csv",
        TidyReturns.With("2025-06,X999,320902,loans.all.balance,rmb_fx,1.00,万元"),
        "V211, line 3, column 6",
        "Found: X999",
        "expected: ");

    [Fact]
    public Task Import_WorkbookNamedPdf_IsRefused() => AssertRefusedAsync(
        "table.pdf", SeedData.Read(Workbook), "S118", "Found: table.pdf", "expected: .csv | .txt | .htm | .html | .xls | .xlsx");

    private static string TimesTenThousand(string text) =>
        text.Contains('.', StringComparison.Ordinal) && text.Length > 7
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? (number * 10_000m).ToString(CultureInfo.InvariantCulture)
            : text;

    private async Task AssertRefusedAsync(string name, byte[] content, params string[] said)
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        string before = new DatabaseFile(data).Hash();

        RunResult run = await Smekpi.RunAsync("import", folder.Write(name, content), "--data", data);

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Contains($"refused {name}", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 accepted, 0 already received, 1 refused", run.Output, StringComparison.Ordinal);
        Assert.All(said, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
        Assert.Contains("recorded as refused-1", run.Output, StringComparison.Ordinal);
        DatabaseFile after = new(data);
        Assert.Equal(name, Assert.Single(after.Rows("SELECT file_name FROM refusals"))[0]);
        after.Execute("DELETE FROM refusals; DELETE FROM sqlite_sequence WHERE name = 'refusals'");
        Assert.Equal(before, after.Hash());
    }
}
