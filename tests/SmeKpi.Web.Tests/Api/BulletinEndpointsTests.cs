using System.Text.Json;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class BulletinEndpointsTests(ApiServer server)
{
    [Fact]
    public async Task Bulletin_OfAMonth_HoldsSentencesReadingsAndWhatItIs()
    {
        JsonElement bulletin = await ReadAsync(Role.Leader, "/api/v1/bulletins/2025-06");

        Assert.Equal("2025-06", bulletin.GetProperty("month").GetString());
        Assert.Equal("320900", bulletin.GetProperty("region").GetString());
        Assert.Equal("draft", bulletin.GetProperty("status").GetString());
        Assert.True(bulletin.GetProperty("synthetic").GetBoolean());
        Assert.Equal(
            ["M01.1", "M01.2", "M01.3", "M08.1", "M10.1"],
            bulletin.GetProperty("readings").EnumerateArray().Select(reading => reading.GetProperty("id").GetString()));
        Assert.All(
            bulletin.GetProperty("sentences").EnumerateArray(),
            sentence => Assert.Contains("month=2025-06", sentence.GetProperty("evidence").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bulletin_EveryEvidence_IsAPageThatOpens()
    {
        using HttpClient client = await server.ClientAsync(Role.Leader);
        JsonElement bulletin = await ReadAsync(Role.Leader, "/api/v1/bulletins/2025-12");

        foreach (JsonElement sentence in bulletin.GetProperty("sentences").EnumerateArray())
        {
            using HttpResponseMessage page = await client.GetAsync(new Uri(sentence.GetProperty("evidence").GetString()!, UriKind.Relative));
            Assert.True(page.IsSuccessStatusCode, sentence.GetProperty("evidence").GetString());
        }
    }

    [Fact]
    public async Task Bulletin_WithAreaAndMoment_KeepsThemInItsEvidence()
    {
        JsonElement bulletin = await ReadAsync(
            Role.Analyst, "/api/v1/bulletins/2025-06?region=320981&asOf=2025-12-31");

        Assert.All(bulletin.GetProperty("sentences").EnumerateArray(), sentence =>
        {
            string evidence = sentence.GetProperty("evidence").GetString()!;
            Assert.Contains("region=320981", evidence, StringComparison.Ordinal);
            Assert.Contains("asOf=2025-12-31", evidence, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("/api/v1/bulletins/2031-06", 404, "month: '2031-06'")]
    [InlineData("/api/v1/bulletins/June", 400, "month: 'June'; expected yyyy-MM")]
    [InlineData("/api/v1/bulletins/2025-06?asOf=yesterday", 400, "asOf: 'yesterday'")]
    [InlineData("/api/v1/bulletins/2025-06?region=999999", 404, "region: '999999'")]
    public async Task Bulletin_AskedWrongly_SaysWhatWasFound(string address, int status, string detail)
    {
        (int found, JsonElement problem) = await server.GetProblemAsync(address);

        Assert.Equal(status, found);
        Assert.StartsWith(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bulletin_ForADepartment_NamesNoBank()
    {
        JsonElement bulletin = await ReadAsync(Role.Department, "/api/v1/bulletins/2025-06");

        JsonElement movers = bulletin.GetProperty("sentences").EnumerateArray()
            .Single(sentence => sentence.GetProperty("kind").GetString() == "movers");
        Assert.Contains("among the areas", movers.GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Bank", bulletin.GetProperty("sentences").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenApi_OfTheBulletin_SaysThatNothingIsIssuedYet()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");

        JsonElement get = document.GetProperty("paths").GetProperty("/api/v1/bulletins/{month}").GetProperty("get");

        Assert.Contains("draft", get.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.True(document.GetProperty("paths").TryGetProperty("/api/v1/promises", out _));
    }

    private async Task<JsonElement> ReadAsync(Role role, string address)
    {
        using HttpClient client = await server.ClientAsync(role);
        return JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;
    }
}
