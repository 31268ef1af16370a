using System.Net;
using System.Text.Json;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Core.Supervision;
using SmeKpi.Web.Jobs;

namespace SmeKpi.Web.Tests.Api;

/// <summary>Banks, the law, health, the description, and the dashboard of jobs.</summary>
[Collection(ApiTests.Name)]
public sealed class OtherEndpointsTests(ApiServer server)
{
    [Fact]
    public async Task Banks_List_IsTheBankMaster()
    {
        JsonElement banks = await server.GetAsync("/api/v1/banks");

        Assert.Equal(40, banks.GetArrayLength());
        JsonElement merged = banks.EnumerateArray().First(bank => bank.GetProperty("successor").ValueKind == JsonValueKind.String);
        Assert.Equal(JsonValueKind.String, merged.GetProperty("closed").ValueKind);
        Assert.NotEmpty(merged.GetProperty("name").GetProperty("zh").GetString()!);
    }

    [Fact]
    public async Task BankTests_OneBank_AreEveryTestWithItsClause()
    {
        JsonElement tests = await server.GetAsync("/api/v1/banks/D021/tests?month=2025-06");

        Assert.Equal(
            BankTestCatalog.All.Select(test => test.Id), tests.EnumerateArray().Select(test => test.GetProperty("id").GetString()));
        Assert.All(tests.EnumerateArray(), test => Assert.Equal("D021", test.GetProperty("bank").GetString()));
        JsonElement gap = tests[2];
        Assert.Equal("achieved", gap.GetProperty("standing").GetString());
        Assert.Equal("3", gap.GetProperty("threshold").GetProperty("value").GetString());
        Assert.Equal("M10.1", gap.GetProperty("clause").GetProperty("provision").GetString());
        Assert.Equal(4, gap.GetProperty("figures").GetArrayLength());
    }

    /// <summary>The growth gap is told by two addresses: value and verdict must be the same.</summary>
    [Fact]
    public async Task BankTests_EveryBank_AgreeWithTheReadingsOfTheirTargets()
    {
        JsonElement tests = await server.GetAsync("/api/v1/banks/tests?month=2025-06&asOf=2025-08-01");
        JsonElement readings = await server.GetAsync("/api/v1/kpis?month=2025-06&bank=all&asOf=2025-08-01");

        Dictionary<string, string?> ofTests = Values(tests, "growth-gap", "value");
        Assert.Equal(38, ofTests.Count);
        Assert.All(Values(readings, "M01.3", "actual").Where(each => ofTests.ContainsKey(each.Key)), each => Assert.Equal(each.Value, ofTests[each.Key]));

        static Dictionary<string, string?> Values(JsonElement rows, string id, string value) => rows.EnumerateArray()
            .Where(row => row.GetProperty("id").GetString() == id && row.GetProperty("bank").ValueKind == JsonValueKind.String
                && (!row.TryGetProperty("reading", out JsonElement reading) || reading.GetString() == "ruling"))
            .ToDictionary(
                row => row.GetProperty("bank").GetString()!,
                row => row.GetProperty(value) is { ValueKind: JsonValueKind.Object } amount ? amount.GetProperty("value").GetString() : null);
    }

    [Fact]
    public async Task BankTests_AsCsv_HaveARowForEachTest()
    {
        using HttpClient client = await server.ClientAsync();
        client.DefaultRequestHeaders.Add("Accept", "text/csv");
        string[] lines = (await client.GetStringAsync(
            new Uri("/api/v1/banks/tests?month=2025-12", UriKind.Relative), TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");

        Assert.StartsWith("bank,month,test,mode,value,threshold,unit,standing", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + (38 * BankTestCatalog.All.Count), lines.Length);
        Assert.Contains(lines, line => line.StartsWith("D027,2025-12,npl-gap,normal,3.0000", StringComparison.Ordinal) && line.Contains(",missed,none,M10.1,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("banks/D999/tests", 404)]
    [InlineData("banks/D021/tests?month=June", 400)]
    [InlineData("banks/D021/tests?month=1900-01", 400)]
    [InlineData("banks/tests?asOf=soon", 400)]
    [InlineData("provisions/M99.9", 404)]
    public async Task Question_Wrong_IsAProblem(string address, int status)
    {
        (int found, JsonElement problem) = await server.GetProblemAsync("/api/v1/" + address);

        Assert.Equal(status, found);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task UnknownAddress_BelowTheApi_Is404WithoutAPage()
    {
        using HttpClient client = await server.ClientAsync();

        using HttpResponseMessage response = await client.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Measures_List_AreTenWithDepartmentsAndProvisions()
    {
        JsonElement measures = await server.GetAsync("/api/v1/measures");

        Assert.Equal(Enumerable.Range(1, 10), measures.EnumerateArray().Select(measure => measure.GetProperty("number").GetInt32()));
        Assert.All(measures.EnumerateArray(), measure => Assert.NotEqual(0, measure.GetProperty("responsible").GetArrayLength()));
        foreach (string? id in measures.EnumerateArray()
            .SelectMany(measure => measure.GetProperty("provisions").EnumerateArray()).Select(id => id.GetString()))
        {
            JsonElement provision = await server.GetAsync($"/api/v1/provisions/{id}");
            Assert.Equal(id, provision.GetProperty("id").GetString());
            Assert.NotEmpty(provision.GetProperty("quote").GetString()!);
        }
    }

    [Fact]
    public async Task Provision_OfATarget_GivesItsNumberAndReadings()
    {
        JsonElement provision = await server.GetAsync("/api/v1/provisions/M01.1");

        Assert.Equal("200000000000", provision.GetProperty("annualValues").GetProperty("2025").GetString());
        Assert.Equal(
            ["ruling", "rmb", "adjusted"],
            provision.GetProperty("readings").EnumerateArray().Select(reading => reading.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_RunningProgram_IsHealthy(string address)
    {
        using HttpClient client = await server.ClientAsync();

        Assert.Equal("Healthy", await client.GetStringAsync(new Uri(address, UriKind.Relative)));
    }

    [Fact]
    public async Task OpenApi_Document_ListsEveryRoute()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");

        string[] described =
        [
            "/api/v1/kpis", "/api/v1/kpis/{id}/series", "/api/v1/kpis/{id}/lineage", "/api/v1/observations",
            "/api/v1/banks", "/api/v1/banks/{code}/tests", "/api/v1/banks/tests", "/api/v1/measures", "/api/v1/provisions/{id}",
        ];
        JsonElement paths = document.GetProperty("paths");
        Assert.All(described, path => Assert.True(paths.TryGetProperty(path, out _), path));
        string[] parameters =
        [
            .. paths.GetProperty("/api/v1/kpis").GetProperty("get").GetProperty("parameters").EnumerateArray()
                .Select(parameter => parameter.GetProperty("name").GetString()!),
        ];
        Assert.Equal(["month", "asOf", "region", "bank", "reading"], parameters);
    }

    [Fact]
    public async Task JobsDashboard_AnyOtherRole_IsClosed()
    {
        using HttpClient client = await server.ClientAsync();

        using HttpResponseMessage dashboard = await client.GetAsync(new Uri("/hangfire", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, dashboard.StatusCode);
    }

    [Fact]
    public async Task JobsDashboard_SystemAdministrator_OpensReadOnly()
    {
        using HttpClient client = await server.ClientAsync();
        client.DefaultRequestHeaders.Add("Cookie", "smekpi-demo-role=system-administrator");

        // The server registers them itself, a moment after its start.
        Schedule.Register((await server.ServicesAsync()).GetRequiredService<IRecurringJobManager>());
        using HttpResponseMessage list = await client.GetAsync(new Uri("/hangfire/recurring", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        string page = await list.Content.ReadAsStringAsync();
        Assert.Contains("watch-drop-folder", page, StringComparison.Ordinal);
        using FormUrlEncodedContent form = new([KeyValuePair.Create("jobs[]", "watch-drop-folder")]);
        using HttpResponseMessage trigger = await client.PostAsync(new Uri("/hangfire/recurring/remove", UriKind.Relative), form);
        Assert.False(trigger.IsSuccessStatusCode);
        Assert.Contains(
            "watch-drop-folder",
            await client.GetStringAsync(new Uri("/hangfire/recurring", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_SystemAdministrator_ReadsThem_NobodyElse()
    {
        using HttpClient client = await server.ClientAsync(Role.SystemAdministrator);
        string metrics = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        using HttpClient analyst = await server.ClientAsync(Role.Analyst);
        using HttpResponseMessage refused = await analyst.GetAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Contains("http_server_request_duration", metrics, StringComparison.Ordinal);
        Assert.Contains("smekpi_work_open", metrics, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
