using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.EmptySite;

/// <summary>A city that has filed nothing yet still gets every page.</summary>
public sealed class EmptyDatabaseTests(EmptyDatabase site) : IClassFixture<EmptyDatabase>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?month=2025-06")]
    [InlineData("/?month=2025-06&asOf=2025-07-20")]
    [InlineData("/?month=2031-01&region=320903")]
    [InlineData("/targets/M01.1")]
    [InlineData("/targets/M01.2?month=2026-02")]
    [InlineData("/targets/M01.3?region=320902")]
    [InlineData("/targets/M08.1?asOf=2025-07-20")]
    [InlineData("/targets/M10.1?month=2025-06&region=320903")]
    [InlineData("/measures")]
    [InlineData("/measures/1")]
    [InlineData("/measures/8?month=2025-06")]
    [InlineData("/imports?page=2")]
    public async Task Page_NoFigures_IsAnsweredWithAHeadingAndWords(string path)
    {
        IElement body = await ReadAsync(path);

        Assert.Single(body.QuerySelectorAll("h1"));
        Assert.NotEmpty(body.QuerySelectorAll("main p"));
    }

    [Fact]
    public async Task Overview_NoFigures_JudgesNothing()
    {
        IElement body = await ReadAsync("/");

        Assert.Equal(5, body.QuerySelectorAll(".tile-Incomplete").Length);
        Assert.All(body.QuerySelectorAll(".tile .figure"), figure => Assert.Equal("–", figure.TextContent));
        Assert.Null(body.QuerySelector(".synthetic-banner"));
    }

    [Theory]
    [InlineData("/charts/M01.1.png", "image/png")]
    [InlineData("/charts/M10.1.svg?month=2026-02", "image/svg+xml")]
    public async Task Chart_NoFigures_IsAPictureThatSaysSo(string path, string type)
    {
        using HttpClient client = await SignedIn.ClientAsync(site);
        using HttpResponseMessage answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/measures", "br")]
    [InlineData("/measures", "gzip")]
    [InlineData("/charts/M01.1.svg", "br")]
    public async Task Answer_ToWhoeverUnpacks_IsCompressed(string path, string encoding)
    {
        using HttpClient client = await SignedIn.ClientAsync(site);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);
        using HttpResponseMessage answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
    }

    private async Task<IElement> ReadAsync(string path)
    {
        using HttpClient client = await SignedIn.ClientAsync(site);
        using HttpResponseMessage answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(page).Body!;
    }
}
