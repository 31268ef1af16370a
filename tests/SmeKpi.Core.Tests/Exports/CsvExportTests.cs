using System.Globalization;
using System.Text;
using SmeKpi.Core.Exports;
using Sylvan.Data.Csv;

namespace SmeKpi.Core.Tests.Exports;

public sealed class CsvExportTests
{
    [Fact]
    public async Task Write_ReadAgain_HasEveryRowAndTheControlTotal()
    {
        IReadOnlyList<object?>[] rows = [.. Enumerable.Range(1, 5_000).Select(each => AnExport.Row($"row, \"{each}\"\nx", each - 2_500.25m))];

        (ExportTotals totals, List<string[]> read) = await WriteAsync(rows);

        Assert.Equal((5_000, 5_000), (totals.Rows, read.Count));
        Assert.Equal(rows.Sum(row => (decimal)row[1]!), totals.Control);
        Assert.Equal(totals.Control, read.Sum(row => decimal.Parse(row[1], CultureInfo.InvariantCulture)));
        Assert.Equal(["row, \"1\"\nx", "-2499.25", "2025-06", "2025-07-12T15:25:00+08:00", "true"], read[0]);
    }

    [Fact]
    public async Task Write_TwoHundredFormulas_AllBeginWithAQuote()
    {
        (_, List<string[]> read) = await WriteAsync([.. AnExport.Formulas.Select(text => AnExport.Row(text, -5m))]);

        Assert.Equal(200, read.Count);
        Assert.All(read.Zip(AnExport.Formulas), pair => Assert.Equal("'" + pair.Second, pair.First[0]));
        Assert.All(read, row => Assert.Equal("-5", row[1]));
    }

    [Theory]
    [InlineData("loans.all.balance", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [InlineData("1-2", false)]
    [InlineData("-5", true)]
    [InlineData("\u200b\uFF1D1", true)]
    [InlineData("\n=1", true)]
    public void IsRisky_TextOfAUser_IsToldByItsFirstLetter(string text, bool expected) =>
        Assert.Equal(expected, FormulaGuard.IsRisky(text));

    [Fact]
    public async Task Write_MissingValues_AreEmptyAndNeverZero()
    {
        (ExportTotals totals, List<string[]> read) = await WriteAsync([[null, null, null, null, null]]);

        Assert.Equal(["", "", "", "", ""], Assert.Single(read));
        Assert.Equal(0m, totals.Control);
    }

    [Fact]
    public async Task Write_AValueOfAnotherKind_IsABug() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => WriteAsync([["x", "5", null, null, null]]));

    private static async Task<(ExportTotals Totals, List<string[]> Read)> WriteAsync(IReadOnlyList<object?>[] rows)
    {
        using MemoryStream file = new();
        ExportTotals totals = await CsvExport.WriteAsync(AnExport.Table(rows), file, TestContext.Current.CancellationToken);
        using CsvDataReader reader = CsvDataReader.Create(new StringReader(Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF')));
        Assert.Equal("value (yuan)", reader.GetName(1));
        List<string[]> read = [];
        while (reader.Read())
        {
            read.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return (totals, read);
    }
}
