using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.Readers;

/// <summary>Forecasts of the demonstration: June 2025 is the first month with 24 complete flows before it.</summary>
[Collection(AccessTests.Name)]
public sealed class ForecastPageTests(AccessSite site)
{
    [Fact]
    public async Task Page_MonthWithAForecast_ShowsModelsScoresAndOrigins()
    {
        IDocument page = await OpenAsync("/forecasts/M01.1?month=2025-09");

        Assert.Equal(4, page.QuerySelectorAll("section[aria-labelledby=models-title] tbody tr").Length);
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=models-title] tbody strong"));
        Assert.Equal(7, page.QuerySelectorAll("section[aria-labelledby=origins-title] tbody tr").Length);
        Assert.Contains("布赖尔评分", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/targets/M01.1?month=2025-09']"));
    }

    [Theory]
    [InlineData("/forecasts/M01.1?month=2025-05", "只有 23 个月完整的月度变动")]
    [InlineData("/forecasts/M01.1?month=2025-12", "以判定结果为准")]
    [InlineData("/forecasts/M01.3?month=2026-03", "缺数不能推算为达标")]
    [InlineData("/forecasts/M01.1?month=2026-02", "政策没有规定 2026 年的目标")]
    [InlineData("/forecasts/M01.1?month=2025-09&region=320902", "只对全市")]
    public async Task Page_NoProbability_SaysWhy(string address, string words) =>
        Assert.Contains(words, (await OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Page_AsOfAnEarlierMoment_KnowsOnlyWhatWasKnown()
    {
        IDocument now = await OpenAsync("/targets/M01.3?month=2025-09");
        IDocument then = await OpenAsync("/targets/M01.3?month=2025-09&asOf=2025-10-31");

        Assert.NotNull(now.QuerySelector(".forecast .proposed"));
        Assert.NotNull(then.QuerySelector(".forecast"));
    }

    [Fact]
    public async Task Page_UnknownTarget_IsNotFound()
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Analyst));

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.GetAsync("/forecasts/M99.9", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/charts/M01.1-fan.png?month=2025-09", "image/png")]
    [InlineData("/charts/M10.1-fan.svg?month=2026-02", "image/svg+xml")]
    public async Task Chart_MonthWithAForecast_IsDrawn(string address, string type)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Leader));

        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/charts/M01.1-fan.png?month=2025-05")]
    [InlineData("/charts/M01.1-fan.svg?month=2025-09&region=320902")]
    [InlineData("/charts/M99.9-fan.png?month=2025-09")]
    public async Task Chart_NothingForetold_IsNotFound(string address)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Leader));

        Assert.Equal(
            HttpStatusCode.NotFound, (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    private async Task<IDocument> OpenAsync(string address)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Analyst));
        string html = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }
}
