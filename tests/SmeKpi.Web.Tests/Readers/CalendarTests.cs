using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.Readers;

/// <summary>The filing calendar of the demonstration, in which D011 filed November 2025 on 28 December.</summary>
[Collection(AccessTests.Name)]
public sealed class CalendarTests(AccessSite site)
{
    private const string Path = "/calendar?return=monthly-loans";

    [Fact]
    public async Task Matrix_ABankThatFiledLate_SaysSoAndLeadsToTheFile()
    {
        IDocument page = await OpenAsync(AccessSite.Viewer(Role.Analyst), Path);

        IElement cell = Cell(page, "D011", "2025-11");

        // Due on the 10th working day of December, the 12th.
        Assert.Equal("迟 16 天", cell.TextContent.Trim());
        Assert.StartsWith("/imports/", cell.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("按时", Cell(page, "D011", "2025-10").TextContent.Trim());
    }

    [Fact]
    public async Task Overdue_AsOfADayBeforeItCame_ListsTheBankWithItsDays()
    {
        IDocument page = await OpenAsync(AccessSite.Viewer(Role.Regulator), $"{Path}&asOf=2025-12-20");

        IElement row = Assert.Single(
            page.QuerySelectorAll("section[aria-labelledby=overdue-title] tbody tr"),
            each => each.TextContent.Contains("存贷款月报", StringComparison.Ordinal));
        Assert.Contains("D011", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("逾期 8 天", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".past-banner"));
        Assert.Equal("逾期 8 天", Cell(page, "D011", "2025-11").TextContent.Trim());
    }

    [Fact]
    public async Task Overdue_InTheDemonstration_IsTheReturnThatNeverCame()
    {
        IDocument page = await OpenAsync(AccessSite.Viewer(Role.Analyst), Path);

        Assert.Equal(3, page.QuerySelectorAll("section[aria-labelledby=overdue-title] tbody tr").Length);
        Assert.All(
            page.QuerySelectorAll("section[aria-labelledby=overdue-title] tbody th"),
            bank => Assert.Contains("D022", bank.TextContent, StringComparison.Ordinal));
        Assert.Equal("逾期 2 天", Cell(page, "D022", "2026-03").TextContent.Trim());
        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=next-title] tbody tr"));
    }

    [Fact]
    public async Task Matrix_AMergedBank_IsAskedForNothingAfterIt()
    {
        IDocument page = await OpenAsync(AccessSite.Viewer(Role.Analyst), Path);

        Assert.DoesNotContain(page.QuerySelectorAll(".filing-matrix code"), code => code.TextContent == "D033");
        Assert.Equal("按时", Cell(page, "D035", "2025-06").TextContent.Trim());
    }

    [Fact]
    public async Task Page_ForABank_ShowsItselfAlone()
    {
        IDocument page = await OpenAsync(AccessSite.Viewer(Role.BankSigner), $"{Path}&asOf=2025-12-20");

        Assert.Equal("D001", Assert.Single(page.QuerySelectorAll(".filing-matrix tbody code")).TextContent);
        Assert.Empty(page.QuerySelectorAll("section[aria-labelledby=overdue-title] tbody tr"));
    }

    [Fact]
    public async Task Page_ForAnAccountOfACounty_ShowsNoBank()
    {
        IDocument page = await OpenAsync(AccessSite.Viewer(Role.Regulator, confirmed: true, "320902"), Path);

        Assert.Empty(page.QuerySelectorAll(".filing-matrix"));
        Assert.Contains("看不到各银行的报送情况", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Analyst, true)]
    [InlineData(Role.Leader, false)]
    public async Task Overview_AMonthWithALateFiling_SaysSoAndLinksForWhoMaySeeIt(Role role, bool link)
    {
        IDocument page = await OpenAsync(AccessSite.Viewer(role), "/?month=2025-11");

        IElement note = page.QuerySelector(".tile .completeness")!;
        Assert.Contains("迟报 1 家", note.TextContent, StringComparison.Ordinal);
        Assert.Equal(link, note.QuerySelector("a[href^='/calendar']") is not null);
    }

    [Theory]
    [InlineData("/calendar?asOf=0002-01-01")]
    [InlineData("/calendar?asOf=9998-12-31&return=none")]
    [InlineData("/calendar?asOf=yesterday&month=x&region=1")]
    public async Task Page_StrangeAddress_IsAnswered(string address) =>
        await OpenAsync(AccessSite.Viewer(Role.Analyst), address);

    private static IElement Cell(IDocument page, string bank, string month)
    {
        IElement table = page.QuerySelector(".filing-matrix")!;
        int column = table.QuerySelectorAll("thead th").ToList().FindIndex(head => head.TextContent == month);
        return table.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("code")!.TextContent == bank).Children[column];
    }

    private async Task<IDocument> OpenAsync(Viewer viewer, string address)
    {
        using HttpClient client = site.Client(viewer);
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
