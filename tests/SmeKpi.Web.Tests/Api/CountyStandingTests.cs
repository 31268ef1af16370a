using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SmeKpi.Web.Tests.Api;

/// <summary>A county's standing is the same in the city's table, on the county's own page and in the API.</summary>
[Collection(ApiTests.Name)]
public sealed class CountyStandingTests(ApiServer server)
{
    private static readonly Dictionary<string, string> s_words = new()
    {
        ["达成"] = "achieved", ["未达成"] = "missed", ["达到进度"] = "on-track", ["落后"] = "behind",
        ["严重落后"] = "far-behind", ["数据不全"] = "incomplete", ["无法评估"] = "not-assessable",
    };

    [Theory]
    [InlineData("M01.3")]
    [InlineData("M10.1")]
    public async Task RegionTable_EveryCounty_StandsAsOnItsOwnPageAndInTheApi(string id)
    {
        IElement table = (await PageAsync(id, "320900")).QuerySelector("section[aria-labelledby=region-table]")!;
        Dictionary<string, string> words = table.QuerySelectorAll("tbody tr").ToDictionary(
            row => row.QuerySelector("th")!.TextContent, row => row.QuerySelector(".light-word")!.TextContent);

        Assert.Equal(11, words.Count);
        foreach ((string code, string name) in new[] { ("320902", "亭湖区"), ("320923", "阜宁县"), ("320971", "盐城经济技术开发区") })
        {
            JsonElement reading = (await server.GetAsync($"/api/v1/kpis?month=2025-06&region={code}"))
                .EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);
            string word = words[name];
            Assert.Equal(reading.GetProperty("standing").GetString(), s_words[word]);
            Assert.Equal(word, (await PageAsync(id, code)).QuerySelector("main .light-word")!.TextContent);
        }
    }

    private async Task<IDocument> PageAsync(string id, string region)
    {
        using HttpClient client = await server.ClientAsync();
        Uri address = new($"/targets/{id}?month=2025-06&region={region}", UriKind.Relative);
        client.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        return new HtmlParser().ParseDocument(await client.GetStringAsync(address));
    }
}
