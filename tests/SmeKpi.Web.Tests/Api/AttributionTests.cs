using System.Globalization;
using System.Net;
using System.Text.Json;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class AttributionTests(ApiServer server)
{
    [Theory]
    [InlineData("M01.1", "bank")]
    [InlineData("M01.1", "county")]
    [InlineData("M01.2", "bank")]
    [InlineData("M01.3", "county")]
    [InlineData("M08.1", "bank")]
    [InlineData("M08.1", "county")]
    public async Task Attribution_EveryTarget_AddsUpToItsTotal(string id, string by)
    {
        JsonElement answer = await server.GetAsync($"/api/v1/kpis/{id}/attribution?month=2025-06&by={by}");

        decimal parts = answer.GetProperty("rows").EnumerateArray().Append(answer.GetProperty("remainder"))
            .Where(row => row.ValueKind == JsonValueKind.Object).Sum(row => Number(row, "effect") ?? 0m);
        Assert.Equal(Number(answer, "total")!.Value, parts, 6);
        Assert.True(answer.GetProperty("complete").GetBoolean());
        Assert.True(answer.GetProperty("synthetic").GetBoolean());
        Assert.Equal(by == "bank" ? 38 : 11, answer.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Attribution_LoanGrowth_IsTheReadingsOwnValue()
    {
        foreach (string id in new[] { "M01.2", "M01.3", "M08.1" })
        {
            JsonElement readings = await server.GetAsync("/api/v1/kpis?month=2025-06");
            JsonElement reading = readings.EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);
            JsonElement answer = await server.GetAsync($"/api/v1/kpis/{id}/attribution?month=2025-06");

            Assert.Equal(Number(reading, "actual")!.Value, Number(answer, "total")!.Value, 6);
        }
    }

    [Fact]
    public async Task Attribution_MergedBank_StandsForItsPredecessors()
    {
        JsonElement answer = await server.GetAsync("/api/v1/kpis/M01.2/attribution?month=2025-06&by=bank");
        string[] codes = [.. answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("code").GetString()!)];

        Assert.Contains("D035", codes);
        Assert.DoesNotContain("D033", codes);
    }

    [Fact]
    public async Task Attribution_Rate_HasLprAndBothEffects()
    {
        JsonElement answer = await server.GetAsync("/api/v1/kpis/M08.1/attribution?month=2025-06&by=bank");

        Assert.Equal(
            Number(answer, "total")!.Value,
            Number(answer, "rateEffect")!.Value + Number(answer, "mixEffect")!.Value,
            6);
        JsonElement lpr = answer.GetProperty("lpr");
        Assert.Equal(
            Number(answer, "total")!.Value / Number(lpr, "drop")!.Value * 100m, Number(lpr, "passThrough")!.Value, 6);
    }

    [Fact]
    public async Task Attribution_AcceptCsv_GivesTheSameRows()
    {
        using HttpClient client = await server.ClientAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/kpis/M01.3/attribution?month=2025-06&by=county");
        request.Headers.Add("Accept", "text/csv");
        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        string[] lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("id,reading,month,region,by,code,state,effect,effect_unit,change,points,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",total,", lines[^1], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Equal(lines[0].Split(',').Length, line.Split(',').Length));
    }

    [Theory]
    [InlineData("/api/v1/kpis/M10.1/attribution?month=2025-06", 404)]
    [InlineData("/api/v1/kpis/M01.1/attribution?month=June", 400)]
    [InlineData("/api/v1/kpis/M01.1/attribution?month=2025-06&by=branch", 400)]
    [InlineData("/api/v1/kpis/M01.1/attribution?month=2025-06&reading=none", 404)]
    [InlineData("/api/v1/kpis/M01.1/attribution?month=2025-06&reading=adjusted", 404)]
    [InlineData("/api/v1/kpis/M01.1/attribution?month=2025-06&region=999999", 404)]
    [InlineData("/api/v1/kpis/M08.1/attribution?month=2025-06&reading=december", 404)]
    public async Task Attribution_AskedWrongly_SaysWhat(string address, int expected)
    {
        (int status, JsonElement problem) = await server.GetProblemAsync(address);

        Assert.Equal(expected, status);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData(Role.Department, 0)]
    [InlineData(Role.BankReporter, 1)]
    public async Task Attribution_ByBank_HoldsNoForeignBank(Role role, int rows)
    {
        using HttpClient client = await server.ClientAsync(role);
        JsonElement answer = JsonDocument.Parse(
            await client.GetStringAsync("/api/v1/kpis/M01.1/attribution?month=2025-06&by=bank")).RootElement;

        Assert.Equal(rows, answer.GetProperty("rows").GetArrayLength());
        Assert.All(answer.GetProperty("rows").EnumerateArray(), row => Assert.Equal("D001", row.GetProperty("code").GetString()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("remainder").ValueKind);
        Assert.False(answer.GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task Attribution_InTheDescription_IsThere()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");

        Assert.True(document.GetProperty("paths").TryGetProperty("/api/v1/kpis/{id}/attribution", out _));
    }

    [Theory]
    [InlineData("png", "image/png")]
    [InlineData("svg", "image/svg+xml")]
    public async Task Picture_OfCauses_CanBeTakenAlong(string form, string type)
    {
        using HttpClient client = await server.ClientAsync(Role.Leader);
        using HttpResponseMessage response = await client.GetAsync($"/charts/M01.3-causes.{form}?month=2025-06&by=county");
        using HttpResponseMessage wrong = await client.GetAsync($"/charts/M01.3-causes.{form}?month=2025-06&by=branch");
        using HttpResponseMessage none = await client.GetAsync($"/charts/M10.1-causes.{form}?month=2025-06&by=bank");

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (wrong.StatusCode, none.StatusCode));
    }

    private static decimal? Number(JsonElement of, string field) =>
        of.GetProperty(field) is { ValueKind: JsonValueKind.Object } amount
            ? decimal.Parse(amount.GetProperty("value").GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;
}
