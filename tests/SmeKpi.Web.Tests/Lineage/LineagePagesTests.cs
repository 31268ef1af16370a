using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.Lineage;

/// <summary>The pages that take figures apart: what they show, to whom, and what they say to strange addresses.</summary>
[Collection(AccessTests.Name)]
public sealed class LineagePagesTests(AccessSite site)
{
    private const string Reading = "/lineage/M10.1?month=2025-06";
    private const string Figure = "/figures/loans.inclusive_mse.npl?month=2025-06&scope=nfra&region=320900";

    private static readonly Viewer s_analyst = AccessSite.Viewer(Role.Analyst);
    private static readonly Viewer s_bank = AccessSite.Viewer(Role.BankReporter);
    private static readonly Viewer s_leader = AccessSite.Viewer(Role.Leader);
    private static readonly Viewer s_county = AccessSite.Viewer(Role.Regulator, confirmed: true, "320902");

    [Fact]
    public async Task Reading_OfTheCity_QuotesTheLawAndWritesTheFormulaDown()
    {
        IDocument page = await OpenAsync(s_analyst, Reading);

        Assert.Contains("不高于各项贷款不良率3个百分点", page.QuerySelector(".quote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll(".formula dt").Length);
        Assert.Equal(4, page.QuerySelectorAll(".formula [data-figure=city]").Length);
        Assert.Equal(4, page.QuerySelectorAll("section[aria-labelledby=figures-title] tbody tr").Length);
        Assert.NotNull(page.QuerySelector("a[href='/measures/10']"));
    }

    [Fact]
    public async Task Figure_SumOfBanks_AddsUpToTheLastDigitAndNamesItsCells()
    {
        IDocument page = await OpenAsync(s_analyst, Figure);

        IElement[] parts = [.. page.QuerySelectorAll("section[aria-labelledby=parts-title] tbody [data-figure=city]")];
        Assert.Equal(
            Value(page.QuerySelector("[data-figure=here]")!), parts.Sum(Value));
        Assert.Contains("核对", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main .fault"));
        Assert.All(parts, part => Assert.StartsWith("/cells/", part.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(
            page.QuerySelectorAll("section[aria-labelledby=parts-title] tbody code"), place => Assert.Matches("^[A-Z]+[0-9]+$", place.TextContent));
    }

    [Fact]
    public async Task Cell_OfACorrectedBank_ShowsItsSurroundingsAndBothVintages()
    {
        IDocument page = await OpenAsync(s_analyst, Cell("D021", "loans.inclusive_mse.balance", 202506, "DESC"));

        IElement cell = Assert.Single(page.QuerySelectorAll(".window-cell"));
        Assert.Contains("▶", cell.TextContent, StringComparison.Ordinal);
        Assert.Contains("loans.inclusive_mse.balance", cell.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("value", page.QuerySelector(".window tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Matches("[0-9a-f]{64}", page.Body!.TextContent);
        Assert.True(page.QuerySelectorAll("section[aria-labelledby=vintages-title] tbody tr").Length >= 1);
    }

    [Fact]
    public async Task Cell_ThatWasCorrectedLater_SaysSo()
    {
        object?[] corrected = site.Database.Rows(
            "SELECT MIN(o.id), COUNT(*) FROM observations o JOIN series s ON s.id = o.series_id WHERE s.bank_code = 'D021' "
            + "AND o.month = 202506 GROUP BY o.series_id HAVING COUNT(*) > 1")[0];

        IDocument page = await OpenAsync(s_analyst, $"/cells/{corrected[0]}?surroundings=no");

        Assert.Equal(2, page.QuerySelectorAll("section[aria-labelledby=vintages-title] tbody tr").Length);
        Assert.NotNull(page.QuerySelector(".fault"));
        Assert.Empty(page.QuerySelectorAll(".window"));
    }

    [Fact]
    public async Task Leader_GetsFormulaAndFiguresButNoCells()
    {
        IDocument reading = await OpenAsync(s_leader, Reading);
        IDocument figure = await OpenAsync(s_leader, Figure);

        Assert.NotEmpty(reading.QuerySelectorAll(".formula dt"));
        Assert.NotNull(figure.QuerySelector("[data-figure=here]"));
        Assert.Empty(figure.QuerySelectorAll("a[href^='/cells/'], a[href^='/export/']"));
        Assert.Contains("只对分析员", figure.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(s_leader, Cell("D001", "loans.all.balance", 202506)));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(s_leader, "/compare"));
    }

    [Fact]
    public async Task Bank_SeesItsOwnCellsAndCountsTheOthers()
    {
        IDocument figure = await OpenAsync(s_bank, Figure);

        Assert.All(
            figure.QuerySelectorAll("section[aria-labelledby=parts-title] tbody td.words"),
            file => Assert.Contains("D001", file.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(figure.QuerySelectorAll("a[href^='/cells/']"));
        Assert.Contains("不在您的权限内", figure.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("核对", figure.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(s_bank, Cell("D001", "loans.all.balance", 202506)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(s_bank, Cell("D002", "loans.all.balance", 202506)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(s_bank, Reading + "&bank=D002"));
    }

    [Fact]
    public async Task County_SeesCellsOfItsAreaOnly()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(s_county, Cell("D002", "loans.all.balance", 202506, region: "320902")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(s_county, Cell("D002", "loans.all.balance", 202506, region: "320903")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(s_county, "/figures/loans.all.balance?month=2025-06&region=320903"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(s_county, "/compare?month=2025-06&region=320903"));
    }

    [Theory]
    [InlineData("/lineage/M99.9")]
    [InlineData("/lineage/M01.1?region=999999")]
    [InlineData("/lineage/M01.1?bank=D999")]
    [InlineData("/figures/none.such")]
    [InlineData("/figures/loans.all.balance?region=1")]
    [InlineData("/cells/0")]
    [InlineData("/cells/-5")]
    [InlineData("/cells/99999999999")]
    [InlineData("/cells/x")]
    [InlineData("/compare?region=1")]
    public async Task BadId_IsNotFound(string address) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(s_analyst, address));

    [Theory]
    [InlineData("/lineage/M01.1?month=June&asOf=yesterday&reading=none", 3)]
    [InlineData("/figures/loans.all.balance?month=13&scope=nfra&origin=moon&asOf=x", 4)]
    [InlineData("/compare?month=x&with=y&asOf=z", 3)]
    [InlineData("/compare?with=0002-01-01&asOf=9998-12-31", 0)]
    public async Task BadParameter_IsNamedAndThePageShownAllTheSame(string address, int messages)
    {
        IDocument page = await OpenAsync(s_analyst, address);

        Assert.Equal(messages, page.QuerySelectorAll(".mud-alert").Length);
    }

    [Fact]
    public async Task Compare_AroundACorrection_ShowsWhatMovedAndTheFileThatDidIt()
    {
        IDocument page = await OpenAsync(s_analyst, "/compare?month=2025-06&with=2025-08-01&asOf=2025-08-10");

        IElement cause = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=compare-causes] tbody tr"));
        Assert.Contains("demo/corrections/2025-06-D021.csv", cause.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(cause.QuerySelectorAll("a[href^='/cells/']"));
        string[] moved =
            [.. page.QuerySelectorAll("section[aria-labelledby=compare-readings] tr.ruling th").Select(head => head.TextContent.Trim()[..5])];
        Assert.Equal(["M01.3", "M10.1"], moved.Distinct().Order(StringComparer.Ordinal));
        IDocument swapped = await OpenAsync(s_analyst, "/compare?month=2025-06&with=2025-08-10&asOf=2025-08-01");
        Assert.Equal(
            page.QuerySelector("section[aria-labelledby=compare-readings]")!.TextContent,
            swapped.QuerySelector("section[aria-labelledby=compare-readings]")!.TextContent);
    }

    private string Cell(string bank, string indicator, int month, string order = "ASC", string? region = null) =>
        "/cells/" + site.Database.Rows(
            $"SELECT o.id FROM observations o JOIN series s ON s.id = o.series_id WHERE s.bank_code = '{bank}' "
            + $"AND s.indicator = '{indicator}' AND o.month = {month} {(region is null ? "" : $"AND s.region_code = '{region}'")} ORDER BY o.id {order} LIMIT 1")[0][0];

    private static decimal Value(IElement figure) =>
        decimal.Parse(figure.GetAttribute("data-value")!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<HttpStatusCode> StatusAsync(Viewer viewer, string address)
    {
        using HttpClient client = site.Client(viewer);
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<IDocument> OpenAsync(Viewer viewer, string address)
    {
        using HttpClient client = site.Client(viewer);
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
