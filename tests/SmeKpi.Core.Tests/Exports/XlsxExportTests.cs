using System.Data;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using SmeKpi.Core.Exports;

namespace SmeKpi.Core.Tests.Exports;

public sealed class XlsxExportTests
{
    [Fact]
    public async Task Write_ReadAgain_HasTypedCellsAndTheControlTotal()
    {
        IReadOnlyList<object?>[] rows = [.. Enumerable.Range(1, 1_000).Select(each => AnExport.Row($"row {each}", each - 500.25m))];

        (ExportTotals totals, List<(string Name, List<object?[]> Rows)> sheets, _) = await WriteAsync(rows);

        Assert.Equal(["data", "metadata"], sheets.Select(sheet => sheet.Name));
        List<object?[]> data = sheets[0].Rows;
        Assert.Equal(["name", "value (yuan)", "month", "known_since", "synthetic"], data[0]);
        Assert.Equal(1_000, data.Count - 1);
        Assert.Equal(["row 1", -499.25d, new DateTime(2025, 6, 1), new DateTime(2025, 7, 12, 15, 25, 0), true], data[1]);
        Assert.Equal((double)totals.Control, data.Skip(1).Sum(row => (double)row[1]!));
        Assert.Contains(sheets[1].Rows, row => row is ["question", "/export/sample?x=1", ..]);
        Assert.Contains(sheets[1].Rows, row => row is ["rows", 1_000d, ..]);
        Assert.Contains(sheets[1].Rows, row => row[0] is "control total of value" && (double)row[1]! == (double)totals.Control);
    }

    [Fact]
    public async Task Write_TwoHundredFormulas_AreTextsThatSayTheSame()
    {
        (_, List<(string Name, List<object?[]> Rows)> sheets, byte[] file) =
            await WriteAsync([.. AnExport.Formulas.Select(text => AnExport.Row(text, -5m))]);

        Assert.Equal(AnExport.Formulas, sheets[0].Rows.Skip(1).Select(row => Assert.IsType<string>(row[0])));
        Assert.All(sheets[0].Rows.Skip(1), row => Assert.Equal(-5d, row[1]));
        Assert.DoesNotContain("<f>", Text(file, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_MoreRowsThanASheetTakes_GoOnInTheNext()
    {
        IReadOnlyList<object?>[] rows = [.. Enumerable.Range(1, 25).Select(each => AnExport.Row($"{each}", each))];

        (ExportTotals totals, List<(string Name, List<object?[]> Rows)> sheets, _) = await WriteAsync(rows, mostRows: 11);

        Assert.Equal(["data", "data 2", "data 3", "metadata"], sheets.Select(sheet => sheet.Name));
        Assert.Equal(25, sheets.Take(3).Sum(sheet => sheet.Rows.Count - 1));
        Assert.Equal(25, totals.Rows);
    }

    [Fact]
    public async Task Write_AnyTable_IsAValidWorkbook()
    {
        (_, _, byte[] file) = await WriteAsync([AnExport.Row("a\u0001\ud800b", null), AnExport.Row(null, 1m)]);

        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(fault => fault.Description));
    }

    private static async Task<(ExportTotals Totals, List<(string Name, List<object?[]> Rows)> Sheets, byte[] File)> WriteAsync(
        IReadOnlyList<object?>[] rows, int mostRows = XlsxExport.MostRows)
    {
        using MemoryStream file = new();
        ExportTotals totals = await XlsxExport.WriteAsync(
            AnExport.Table(rows), file, TestContext.Current.CancellationToken, mostRows);
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file.ToArray()));
        List<(string, List<object?[]>)> sheets = [];
        do
        {
            List<object?[]> read = [];
            while (reader.Read())
            {
                read.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }

            sheets.Add((reader.Name, read));
        }
        while (reader.NextResult());

        return (totals, sheets, file.ToArray());
    }

    private static string Text(byte[] file, string part)
    {
        using ZipArchive archive = new(new MemoryStream(file));
        using StreamReader reader = new(archive.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }
}
