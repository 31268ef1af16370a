using System.Globalization;
using System.Net;
using System.Text.Json;
using ExcelDataReader;
using Parquet;
using Parquet.Schema;
using SmeKpi.Core.Access;
using SmeKpi.Web.Exports;
using SmeKpi.Web.Tests.Access;
using Sylvan.Data.Csv;

namespace SmeKpi.Web.Tests.Lineage;

/// <summary>Every export is read again by another program's reader: it has all rows, and their control total.</summary>
[Collection(AccessTests.Name)]
public sealed class ExportFileTests(AccessSite site)
{
    private const string Observations = "/export/observations?indicator=loans.all.balance&scope=rmb_fx&from=2025-06&to=2025-06";

    private static readonly Viewer s_analyst = AccessSite.Viewer(Role.Analyst);

    [Theory]
    [InlineData(Observations, "value (yuan)")]
    [InlineData("/export/readings?month=2025-01..2025-06&reading=all&bank=all", "actual")]
    [InlineData("/export/changes?since=2025-08-01&asOf=2025-08-10&kind=revised", "now")]
    [InlineData("/export/parts?indicator=loans.all.npl&scope=rmb_fx&month=2025-06&origin=banks", "value (yuan)")]
    public async Task Export_EveryFormat_HasTheSameRowsAndControlTotal(string address, string column)
    {
        (byte[] csv, long rows, decimal control) = await GetAsync(address, "csv");
        (byte[] xlsx, long xlsxRows, decimal xlsxControl) = await GetAsync(address, "xlsx");
        (byte[] parquet, long parquetRows, decimal parquetControl) = await GetAsync(address, "parquet");

        Assert.True(rows > 0);
        Assert.Equal((rows, control, rows, control), (xlsxRows, xlsxControl, parquetRows, parquetControl));
        Assert.Equal((rows, control), OfCsv(csv, column));
        (long count, double sum) = OfXlsx(xlsx, column);
        Assert.Equal(rows, count);
        Assert.Equal((double)control, sum, Math.Abs((double)control) * 1e-12);
        (count, decimal total) = await OfParquetAsync(parquet, column);
        Assert.Equal(rows, count);
        Assert.Equal(control, total, 12);
    }

    [Fact]
    public async Task Observations_OfTheExport_AreThoseOfTheApi()
    {
        using HttpClient client = site.Client(s_analyst);
        using JsonDocument api = JsonDocument.Parse(await client.GetStringAsync(
            new Uri(Observations.Replace("/export/", "/api/v1/", StringComparison.Ordinal), UriKind.Relative), TestContext.Current.CancellationToken));

        (_, long rows, decimal control) = await GetAsync(Observations, "csv");

        Assert.Equal(api.RootElement.GetArrayLength(), rows);
        Assert.Equal(control, api.RootElement.EnumerateArray().Sum(row => decimal.Parse(
            row.GetProperty("value").GetProperty("value").GetString()!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Export_LeavesOneEntryOfTheExport()
    {
        long before = Exports();

        await GetAsync(Observations, "xlsx");

        Assert.Equal(before + 1, Exports());

        long Exports() => (long)site.Database.Rows("SELECT COUNT(*) FROM audit WHERE action = 'export'")[0][0]!;
    }

    [Fact]
    public async Task Bank_Exports_HoldNothingOfAnother()
    {
        ForeignRows foreign = new(site.Database, "D001");
        using HttpClient client = site.Client(AccessSite.Viewer(Role.BankReporter));
        foreach (string address in new[]
        {
            Observations, "/export/banks?x=1", "/export/readings?month=2025-06", "/export/changes?since=2025-07-01&kind=new&asOf=2025-09-01",
            "/export/parts?indicator=loans.all.npl&month=2025-06&origin=banks",
        })
        {
            string body = await client.GetStringAsync(new Uri(address + "&format=csv", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Empty(foreign.In(address, body));
        }
    }

    [Theory]
    [InlineData(Observations)]
    [InlineData(Observations + "&format=pdf")]
    [InlineData("/export/observations?format=csv")]
    [InlineData("/export/observations?indicator=loans.all.balance&from=June&format=csv")]
    [InlineData("/export/readings?month=June&format=csv")]
    [InlineData("/export/changes?format=csv")]
    [InlineData("/export/changes?since=2025-07-01&kind=all&format=csv")]
    [InlineData("/export/parts?indicator=loans.all.npl&month=x&format=csv")]
    public async Task Export_WrongParameter_IsNamed(string address)
    {
        using HttpClient client = site.Client(s_analyst);
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("expected", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(byte[] File, long Rows, decimal Control)> GetAsync(string address, string format)
    {
        using HttpClient client = site.Client(s_analyst);
        using HttpResponseMessage answer = await client.GetAsync($"{address}&format={format}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            long.Parse(answer.Headers.GetValues(ExportDesk.RowsHeader).Single(), CultureInfo.InvariantCulture),
            decimal.Parse(answer.Headers.GetValues(ExportDesk.ControlHeader).Single(), CultureInfo.InvariantCulture));
    }

    private static (long Rows, decimal Sum) OfCsv(byte[] file, string column)
    {
        using CsvDataReader reader = CsvDataReader.Create(new StreamReader(new MemoryStream(file)));
        int at = reader.GetOrdinal(column);
        (long rows, decimal sum) = (0, 0m);
        while (reader.Read())
        {
            rows++;
            sum += reader.GetString(at) is { Length: > 0 } number ? decimal.Parse(number, CultureInfo.InvariantCulture) : 0m;
        }

        return (rows, sum);
    }

    private static (long Rows, double Sum) OfXlsx(byte[] file, string column)
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        reader.Read();
        int at = Enumerable.Range(0, reader.FieldCount).First(each => reader.GetString(each) == column);
        (long rows, double sum) = (0, 0d);
        while (reader.Read())
        {
            rows++;
            sum += reader.GetValue(at) is double number ? number : 0d;
        }

        return (rows, sum);
    }

    private static async Task<(long Rows, decimal Sum)> OfParquetAsync(byte[] file, string column)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(new MemoryStream(file));
        DataField field = reader.Schema.DataFields.First(each => each.Name == column);
        (long rows, decimal sum) = (0, 0m);
        for (int at = 0; at < reader.RowGroupCount; at++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(at);
            decimal?[] values = new decimal?[group.RowCount];
            await group.ReadAsync<decimal>(field, values.AsMemory());
            rows += group.RowCount;
            sum += values.Sum() ?? 0m;
        }

        Assert.Equal(rows.ToString(CultureInfo.InvariantCulture), reader.CustomMetadata["rows"]);
        Assert.Contains("synthetic", reader.CustomMetadata.Keys);
        return (rows, sum);
    }
}
