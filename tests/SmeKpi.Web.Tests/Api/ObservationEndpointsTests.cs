using System.Globalization;
using System.Text.Json;

namespace SmeKpi.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class ObservationEndpointsTests(ApiServer server)
{
    [Fact]
    public async Task Observations_PublishedTable_GiveValueCellAndSource()
    {
        JsonElement found = await server.GetAsync(
            "/api/v1/observations?indicator=loans.all.balance&scope=rmb&region=100000&from=2025-01&to=2025-12");

        Assert.Equal(
            ["2025-01", "2025-02", "2025-03", "2025-04"],
            found.EnumerateArray().Select(each => each.GetProperty("month").GetString()));
        JsonElement first = found[0];
        Assert.EndsWith("credit-funds-2025.xlsx", first.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal("yuan", first.GetProperty("value").GetProperty("unit").GetString());
        Assert.Equal("中国人民银行", first.GetProperty("publisher").GetString());
        Assert.NotEmpty(first.GetProperty("sheet").GetString()!);
        Assert.Equal(JsonValueKind.Null, first.GetProperty("bank").ValueKind);
        Assert.False(first.GetProperty("synthetic").GetBoolean());
        Assert.Equal(4, first.GetProperty("column").GetInt32());
    }

    [Fact]
    public async Task Observations_AsOf_GiveTheVintageKnownThen()
    {
        const string Question =
            "/api/v1/observations?indicator=loans.inclusive_mse.npl&scope=nfra&bank=D021&region=320902&from=2025-06&to=2025-06";

        JsonElement then = await server.GetAsync(Question + "&asOf=2025-07-20");
        JsonElement now = await server.GetAsync(Question);

        Assert.EndsWith("returns/2025-06/D021.csv", then[0].GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("corrections/2025-06-D021.csv", now[0].GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(
            then[0].GetProperty("value").GetProperty("value").GetString(),
            now[0].GetProperty("value").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Observations_EmptyBank_IsThePublishedTotalOnly()
    {
        JsonElement found = await server.GetAsync(
            "/api/v1/observations?indicator=loans.all.balance&scope=rmb_fx&region=320900&bank=&from=2025-06&to=2025-06");

        Assert.Equal(1, found.GetArrayLength());
        Assert.Equal(JsonValueKind.Null, found[0].GetProperty("bank").ValueKind);
    }

    [Fact]
    public async Task Observations_AcceptCsv_HasOneLineForEachValue()
    {
        using HttpClient client = await server.ClientAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/observations?indicator=lpr.1y&from=2025-01&to=2025-06");
        request.Headers.Add("Accept", "text/csv");

        using HttpResponseMessage response = await client.SendAsync(request);

        string[] lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(7, lines.Length);
        Assert.StartsWith("indicator,scope,bank,region,month,value,unit,synthetic,known_since,file,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("lpr.1y,-,,100000,2025-01,3.1,percent,false,", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("observations", 400, "indicator: ''")]
    [InlineData("observations?indicator=loans.everything", 400, "indicator: 'loans.everything'")]
    [InlineData("observations?indicator=lpr.1y&from=2025", 400, "from: '2025'")]
    [InlineData("observations?indicator=lpr.1y&to=2025-00", 400, "to: '2025-00'")]
    [InlineData("observations?indicator=lpr.1y&asOf=x", 400, "asOf: 'x'")]
    public async Task Parameters_Wrong_AreNamedInAProblem(string address, int status, string detail)
    {
        (int found, JsonElement problem) = await server.GetProblemAsync("/api/v1/" + address);

        Assert.Equal(status, found);
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observations_OfAllBanks_AddUpToWhatTheReadingUses()
    {
        JsonElement found = await server.GetAsync(
            "/api/v1/observations?indicator=loans.inclusive_mse.balance&scope=nfra&from=2025-06&to=2025-06");
        JsonElement lineage = await server.GetAsync("/api/v1/kpis/M10.1/lineage?month=2025-06");

        decimal banks = found.EnumerateArray()
            .Where(each => each.GetProperty("bank").ValueKind == JsonValueKind.String)
            .Sum(each => Number(each.GetProperty("value")));
        JsonElement figure = lineage.GetProperty("figures").EnumerateArray()
            .First(each => each.GetProperty("indicator").GetString() == "loans.inclusive_mse.balance");
        Assert.Equal(Number(figure), banks);
    }

    private static decimal Number(JsonElement amount) =>
        decimal.Parse(amount.GetProperty("value").GetString()!, CultureInfo.InvariantCulture);
}
