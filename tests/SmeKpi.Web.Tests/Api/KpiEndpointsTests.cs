using System.Globalization;
using System.Text.Json;

namespace SmeKpi.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class KpiEndpointsTests(ApiServer server)
{
    private static readonly string[] s_fields =
    [
        "id", "reading", "month", "region", "bank", "actual", "target", "gap", "standing", "pace", "seasonalPace",
        "requiredRunRate", "requiredIncrement", "bindingTarget", "probability", "completeness", "origin", "asOf",
        "synthetic",
    ];

    [Fact]
    public async Task Kpis_OneMonth_GivesTheFiveTargetsOfTheCity()
    {
        JsonElement readings = await server.GetAsync("/api/v1/kpis?month=2025-06");

        Assert.Equal(
            ["M01.1", "M01.2", "M01.3", "M08.1", "M10.1"],
            readings.EnumerateArray().Select(reading => reading.GetProperty("id").GetString()));
        JsonElement first = readings[0];
        Assert.Equal(s_fields, first.EnumerateObject().Select(field => field.Name));
        Assert.Equal("ruling", first.GetProperty("reading").GetString());
        Assert.Equal("320900", first.GetProperty("region").GetString());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("bank").ValueKind);
        Assert.InRange(first.GetProperty("probability").GetDecimal(), 0.01m, 0.99m);
        Assert.Equal("134253000000", first.GetProperty("actual").GetProperty("value").GetString());
        Assert.Equal("yuan", first.GetProperty("actual").GetProperty("unit").GetString());
        Assert.Equal(38, first.GetProperty("completeness").GetProperty("expected").GetInt32());
        Assert.True(first.GetProperty("synthetic").GetBoolean());
    }

    /// <summary>Too few months before June 2025, December is known, 2026 has no target: null, never a guess.</summary>
    [Theory]
    [InlineData("month=2025-05")]
    [InlineData("month=2025-12")]
    [InlineData("month=2026-03")]
    [InlineData("month=2025-06&region=320902")]
    [InlineData("month=2025-06&bank=D001")]
    public async Task Kpis_WhereNothingIsForetold_HaveNoProbability(string query)
    {
        JsonElement readings = await server.GetAsync($"/api/v1/kpis?{query}");

        Assert.NotEqual(0, readings.GetArrayLength());
        Assert.All(
            readings.EnumerateArray().Where(reading => reading.GetProperty("id").GetString() != "M10.1" || query != "month=2026-03"),
            reading => Assert.Equal(JsonValueKind.Null, reading.GetProperty("probability").ValueKind));
    }

    [Fact]
    public async Task Kpis_AllReadings_OnlyTheRulingOnesHaveAProbability()
    {
        JsonElement readings = await server.GetAsync("/api/v1/kpis?month=2025-09&reading=all");

        Assert.Equal(
            ["M01.1", "M01.2", "M01.3", "M08.1", "M10.1"],
            readings.EnumerateArray().Where(reading => reading.GetProperty("probability").ValueKind == JsonValueKind.Number)
                .Select(reading => reading.GetProperty("id").GetString()));
    }

    /// <summary>Stored or computed for a past moment: the same figures give the same probability.</summary>
    [Fact]
    public async Task Kpis_AsOfNow_HaveTheStoredProbabilities()
    {
        string[] said = [.. await ProbabilitiesAsync(""), .. await ProbabilitiesAsync("&asOf=2099-01-01")];

        Assert.Equal(said[..5], said[5..]);
        Assert.DoesNotContain("null", said);
    }

    private async Task<IEnumerable<string>> ProbabilitiesAsync(string asOf) =>
        (await server.GetAsync($"/api/v1/kpis?month=2025-10{asOf}")).EnumerateArray()
            .Select(reading => reading.GetProperty("probability").GetRawText());

    [Fact]
    public async Task Kpis_EveryNumber_IsADecimalStringWithAUnit()
    {
        JsonElement readings = await server.GetAsync("/api/v1/kpis?month=2025-06&bank=all&reading=all");

        List<JsonElement> amounts =
        [
            .. readings.EnumerateArray().SelectMany(reading => reading.EnumerateObject())
                .Select(field => field.Value)
                .Where(value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("unit", out _)),
        ];
        Assert.True(amounts.Count > 500);
        Assert.All(amounts, amount =>
        {
            Assert.True(decimal.TryParse(
                amount.GetProperty("value").GetString(),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out _));
            Assert.Contains(amount.GetProperty("unit").GetString(), (string[])["yuan", "percent", "bp", "points", "count"]);
        });
    }

    [Fact]
    public async Task Kpis_WithoutParameters_GivesTheNewestMonth()
    {
        JsonElement readings = await server.GetAsync("/api/v1/kpis");

        Assert.Equal(5, readings.GetArrayLength());
        Assert.Equal("2026-03", readings[0].GetProperty("month").GetString());
    }

    [Fact]
    public async Task Kpis_RangeRegionAndReading_AreAllHonoured()
    {
        JsonElement readings = await server.GetAsync("/api/v1/kpis?month=2025-01..2025-03&region=320981&reading=rmb");

        Assert.Equal(
            ["2025-01 M01.1", "2025-01 M01.2", "2025-02 M01.1", "2025-02 M01.2", "2025-03 M01.1", "2025-03 M01.2"],
            readings.EnumerateArray().Select(reading =>
                $"{reading.GetProperty("month").GetString()} {reading.GetProperty("id").GetString()}"));
        Assert.All(readings.EnumerateArray(), reading =>
        {
            Assert.Equal("rmb", reading.GetProperty("reading").GetString());
            Assert.Equal("320981", reading.GetProperty("region").GetString());
        });
    }

    [Fact]
    public async Task Kpis_BankInOneCounty_IsComputedWhenAskedFor()
    {
        JsonElement readings = await server.GetAsync("/api/v1/kpis?month=2025-06&region=320902&bank=D021");

        Assert.Equal(5, readings.GetArrayLength());
        Assert.Equal(JsonValueKind.Object, readings[0].GetProperty("actual").ValueKind);
    }

    [Fact]
    public async Task Kpis_AsOfBeforeTheCorrection_SaysWhatWasKnownThen()
    {
        JsonElement then = await server.GetAsync("/api/v1/kpis?month=2025-06&bank=D021&asOf=2025-07-20");
        JsonElement now = await server.GetAsync("/api/v1/kpis?month=2025-06&bank=D021");

        Assert.Equal("2025-07-20T23:59:59.9999999+08:00", then[2].GetProperty("asOf").GetString());
        Assert.NotEqual(Actual(then[2]), Actual(now[2]));
        Assert.Equal(Actual(then[0]), Actual(now[0]));
    }

    [Fact]
    public async Task Kpis_AcceptCsv_GivesTheSameNumbersAsATable()
    {
        using HttpClient client = await server.ClientAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/kpis?month=2025-06");
        request.Headers.Add("Accept", "text/csv");

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
        string[] lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        JsonElement readings = await server.GetAsync("/api/v1/kpis?month=2025-06");
        Assert.Equal(7, lines.Length);
        Assert.StartsWith("id,reading,month,region,bank,standing,actual,actual_unit,", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            readings.EnumerateArray().Select(reading => Actual(reading).ToString(CultureInfo.InvariantCulture)),
            lines[1..6].Select(line => line.Split(',')[6]));
    }

    [Fact]
    public async Task Kpis_MonthInTheFuture_GivesNothing()
    {
        JsonElement readings = await server.GetAsync("/api/v1/kpis?month=2099-01");

        Assert.Equal(0, readings.GetArrayLength());
    }

    [Fact]
    public async Task Series_OneTarget_GivesItsMonthsInOrder()
    {
        JsonElement readings = await server.GetAsync("/api/v1/kpis/M01.1/series?from=2025-01&to=2025-12");

        Assert.Equal(
            Enumerable.Range(1, 12).Select(month => $"2025-{month:00}"),
            readings.EnumerateArray().Select(reading => reading.GetProperty("month").GetString()));
        Assert.All(readings.EnumerateArray(), reading => Assert.Equal("M01.1", reading.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("kpis?month=2025-13", 400, "month: '2025-13'")]
    [InlineData("kpis?month=2025-06..2025-01", 400, "month: '2025-06..2025-01'")]
    [InlineData("kpis?asOf=soon", 400, "asOf: 'soon'")]
    [InlineData("kpis?region=110000", 404, "region: '110000'")]
    [InlineData("kpis?bank=D999", 404, "bank: 'D999'")]
    [InlineData("kpis?month=2025-06&reading=rulling", 404, "reading: 'rulling'")]
    [InlineData("kpis/M99.9/series", 404, "id: 'M99.9'")]
    [InlineData("kpis/M01.1/series?from=x", 400, "from: 'x'")]
    [InlineData("kpis/M01.1/series?to=x", 400, "to: 'x'")]
    [InlineData("kpis/M01.1/series?reading=since-year-start", 404, "reading: 'since-year-start'")]
    [InlineData("kpis/M99.9/lineage?month=2025-06", 404, "id: 'M99.9'")]
    [InlineData("kpis/M01.1/lineage", 400, "month: ''")]
    [InlineData("kpis/M01.1/lineage?month=2025-06&reading=x", 404, "reading: 'x'")]
    [InlineData("kpis/M01.1/lineage?month=2025-06&bank=D999", 404, "bank: 'D999'")]
    [InlineData("kpis/M08.1/lineage?month=2025-06&reading=december", 404, "december in 2025-06")]
    public async Task Parameters_Wrong_AreNamedInAProblem(string address, int status, string detail)
    {
        (int found, JsonElement problem) = await server.GetProblemAsync("/api/v1/" + address);

        Assert.Equal(status, found);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static decimal Actual(JsonElement reading) =>
        decimal.Parse(reading.GetProperty("actual").GetProperty("value").GetString()!, CultureInfo.InvariantCulture);
}
