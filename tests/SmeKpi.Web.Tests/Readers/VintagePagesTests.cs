using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.Readers;

/// <summary>
/// Vintages, changes and scopes of the demonstration: D021 corrected June 2025 on 5 August 2025; in April 2025 loans of
/// D005 entered the statistics of Tinghu; D033 and D034 merged into D035.
/// </summary>
[Collection(AccessTests.Name)]
public sealed class VintagePagesTests(AccessSite site)
{
    private static readonly Viewer s_analyst = AccessSite.Viewer(Role.Analyst);
    private static readonly Viewer s_bank = AccessSite.Viewer(Role.BankSigner);

    [Fact]
    public async Task Revisions_OfACorrectedBank_MarkTheChangeAndAddUpItsCounties()
    {
        IDocument page = await OpenAsync(s_analyst, "/revisions?indicator=loans.inclusive_mse.balance&bank=D021&to=2025-09");

        IElement row = page.QuerySelectorAll(".revisions tbody tr").First(each => Head(each) == "2025年6月");
        IElement changed = Assert.Single(page.QuerySelectorAll(".revisions .revision-Changed"));
        Assert.Equal(row, changed.Closest("tr"));
        Assert.Contains("\u25bc", changed.TextContent, StringComparison.Ordinal);
        Assert.Single(row.QuerySelectorAll(".revision-First"));
        Assert.Contains("各县区之和", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(
            page.QuerySelectorAll(".revisions thead a"),
            link => Assert.StartsWith("/imports/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Revisions_AsOfADayBeforeTheCorrection_HaveNone()
    {
        IDocument page = await OpenAsync(s_analyst, "/revisions?indicator=loans.inclusive_mse.balance&bank=D021&to=2025-06&asOf=2025-08-01");

        Assert.Empty(page.QuerySelectorAll(".revision-Changed"));
        Assert.NotEmpty(page.QuerySelectorAll(".revision-First"));
        Assert.NotNull(page.QuerySelector(".past-banner"));
    }

    [Theory]
    [InlineData("/revisions?bank=D021")]
    [InlineData("/revisions?bank=D999&indicator=none&scope=none&region=1&to=x&asOf=y")]
    public async Task Revisions_OfAnotherBankOrNoSuchSeries_AreEmpty(string address)
    {
        IDocument page = await OpenAsync(s_bank, address);

        Assert.Empty(page.QuerySelectorAll(".revisions"));
    }

    [Fact]
    public async Task Changes_AroundTheCorrection_ListTheValuesAndTheTargetsItMoved()
    {
        IDocument page = await OpenAsync(s_analyst, "/changes?since=2025-08-01&asOf=2025-08-10");

        IElement[] values = [.. page.QuerySelectorAll("section[aria-labelledby=values-title] tbody tr")];
        Assert.Equal(6, values.Length);
        Assert.All(values, row => Assert.Contains("2025年6月", row.TextContent, StringComparison.Ordinal));
        Assert.Equal(
            ["M01.3", "M10.1"],
            page.QuerySelectorAll("section[aria-labelledby=readings-title] tbody th").Select(head => head.TextContent.Trim()[..5]));
        Assert.NotNull(page.QuerySelector("a[href*='kind=new']"));
    }

    [Fact]
    public async Task Changes_ForABank_HoldNothingOfAnother()
    {
        IDocument page = await OpenAsync(s_bank, "/changes?since=2025-08-01&asOf=2025-08-10");

        Assert.Empty(page.QuerySelectorAll("section[aria-labelledby=values-title] tbody tr"));
        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=readings-title] tbody tr"));
    }

    [Fact]
    public async Task Changes_NewValues_ArePaged()
    {
        IDocument first = await OpenAsync(s_analyst, "/changes?since=2025-08-01&kind=new");
        IDocument beyond = await OpenAsync(s_analyst, "/changes?since=2025-08-01&kind=new&page=999999");

        Assert.Equal(50, first.QuerySelectorAll("section[aria-labelledby=values-title] tbody tr").Length);
        Assert.NotNull(first.QuerySelector("a[rel=next]"));
        Assert.NotEmpty(beyond.QuerySelectorAll("section[aria-labelledby=values-title] tbody tr"));
        Assert.Null(beyond.QuerySelector("a[rel=next]"));
    }

    [Theory]
    [InlineData("/changes")]
    [InlineData("/changes?since=yesterday&kind=x&page=-1&asOf=1999-01-01")]
    [InlineData("/changes?since=0002-01-01")]
    [InlineData("/changes?since=9998-12-31")]
    public async Task Changes_StrangeAddress_IsAnswered(string address) => await OpenAsync(s_analyst, address);

    [Fact]
    public async Task Scopes_OfInclusiveLoans_SayWhatReplacedWhatAndWhatIsPinned()
    {
        IDocument page = await OpenAsync(AccessSite.Viewer(Role.Leader), "/scopes?month=2025-06");

        IElement[] rows = [.. page.QuerySelectorAll(".scopes tbody tr")];
        Assert.Equal(["nfra", "pboc", "pboc_2025"], rows.Select(row => row.QuerySelector("code")!.TextContent));
        Assert.Contains("被 人民银行口径（2025年4月起） 替代", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("2025年3月", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("银调发〔2025〕17号", rows[2].TextContent, StringComparison.Ordinal);
        Assert.NotNull(rows[0].QuerySelector("a[href='/targets/M01.3']"));
        Assert.Contains("亿元", rows[0].QuerySelector(".number")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("无数据", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("section[aria-labelledby=bridge-title]"));
    }

    [Fact]
    public async Task Scopes_CoverageAdjustments_BridgeTheBalances()
    {
        IDocument page = await OpenAsync(s_analyst, "/scopes");

        IElement[] rows = [.. page.QuerySelectorAll("section[aria-labelledby=bridge-title] tbody tr")];
        Assert.Equal(3, rows.Length);
        IElement nfra = rows.First(row => row.TextContent.Contains("江淮麋鹿", StringComparison.Ordinal)
            && row.TextContent.Contains("金融监管总局口径", StringComparison.Ordinal));

        // 23.75 + 4.20 - 0.02 = 27.93, each rounded on the screen.
        Assert.Equal(
            ["23.75 亿元", "+4.20 亿元", "\u2212180.48 万元", "27.93 亿元"],
            nfra.QuerySelectorAll(".number").Select(cell => cell.TextContent.Trim()));
        Assert.Empty((await OpenAsync(s_bank, "/scopes")).QuerySelectorAll("section[aria-labelledby=bridge-title] tbody tr"));
    }

    [Fact]
    public async Task TargetPage_AMergedBank_NamesItsPredecessors()
    {
        IDocument page = await OpenAsync(s_analyst, "/targets/M10.1?month=2025-06");

        Assert.Equal("含 D033、D034", Assert.Single(page.QuerySelectorAll("#bank-table ~ * .merged")).TextContent);
    }

    private static string Head(IElement row) => row.QuerySelector("th")!.TextContent.Trim();

    private async Task<IDocument> OpenAsync(Viewer viewer, string address)
    {
        using HttpClient client = site.Client(viewer);
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
