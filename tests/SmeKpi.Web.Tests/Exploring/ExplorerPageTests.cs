using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.Exploring;

/// <summary>The explorer of the demonstration: 40 fictional banks that report by county.</summary>
[Collection(AccessTests.Name)]
public sealed partial class ExplorerPageTests(AccessSite site)
{
    private const string Banks = "bank=all&rows=bank&indicator=loans.all.balance&from=2025-05&to=2025-06";

    private static readonly Viewer s_analyst = AccessSite.Viewer(Role.Analyst);
    private static readonly Viewer s_bank = AccessSite.Viewer(Role.BankReporter);
    private static readonly Viewer s_county = AccessSite.Viewer(Role.Analyst, confirmed: true, "320902");

    [Fact]
    public async Task Explore_TotalOfTheCity_IsTheFigureOfTheTargetPage()
    {
        IDocument page = await OpenAsync(s_analyst, "/explore?indicator=loans.all.balance&from=2025-06&to=2025-06");
        using JsonDocument lineage = JsonDocument.Parse(await BodyAsync(s_analyst, "/api/v1/kpis/M01.1/lineage?month=2025-06"));
        using JsonDocument explored = JsonDocument.Parse(
            await BodyAsync(s_analyst, "/api/v1/explore?indicator=loans.all.balance&from=2025-06&to=2025-06"));

        string[] figures = [.. lineage.RootElement.GetProperty("figures").EnumerateArray()
            .Where(figure => figure.GetProperty("month").GetString() == "2025-06")
            .Select(figure => figure.GetProperty("value").GetString()!)];
        Assert.Contains(explored.RootElement.GetProperty("cells")[0].GetProperty("value").GetString(), figures);
        Assert.Equal(
            explored.RootElement.GetRawText(),
            await BodyAsync(s_county, "/api/v1/explore?indicator=loans.all.balance&from=2025-06&to=2025-06"));
        Assert.StartsWith(
            "/figures/loans.all.balance?month=2025-06&region=320900",
            page.QuerySelector(".explorer-grid tbody td a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explore_BanksOfOneBankOrOneCounty_AreThoseAlone()
    {
        IDocument all = await OpenAsync(s_analyst, $"/explore?{Banks}");
        IDocument own = await OpenAsync(s_bank, $"/explore?{Banks}");
        IDocument county = await OpenAsync(s_county, $"/explore?{Banks}&area=320902");
        IDocument city = await OpenAsync(s_county, $"/explore?{Banks}");

        Assert.True(Rows(all).Length > 30);
        Assert.StartsWith("D001", Assert.Single(Rows(own)).QuerySelector("th")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.NotEmpty(county.QuerySelectorAll(".explorer-grid tbody td a[href^='/figures/']"));
        Assert.Empty(city.QuerySelectorAll(".explorer-grid tbody td a"));
        Assert.Equal(["320900", "320902", "320971"], Values(county, "area").Where(code => code.StartsWith("3209", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Explore_SumOfTheBanksOfTheCity_IsTheSameForWhoSeesOneCountyOnlyOrIsClosed()
    {
        const string Question = "/api/v1/explore?indicator=loans.corporate.granted&from=2025-06&to=2025-06";

        Assert.Equal(await BodyAsync(s_analyst, Question), await BodyAsync(s_county, Question));
    }

    [Fact]
    public async Task Explore_AnotherBank_IsAsIfItDidNotExist()
    {
        string foreign = await BodyAsync(s_bank, "/explore?bank=D002&rows=bank");
        string missing = await BodyAsync(s_bank, "/explore?bank=D999&rows=bank");

        Assert.NotEmpty(Fault(foreign));
        Assert.Equal(Fault(missing).Replace("D999", "D002", StringComparison.Ordinal), Fault(foreign));
    }

    [Fact]
    public async Task Explore_RowsOfBanks_LeaveATrace()
    {
        long before = site.Database.Count("audit");

        await OpenAsync(s_analyst, $"/explore?{Banks}");
        await OpenAsync(s_analyst, "/explore");

        Assert.Equal(before + 1, site.Database.Count("audit"));
    }

    [Theory]
    [InlineData("indicator=none&scope=none&bank=X&area=1&from=x&to=y&rows=a&columns=b&measure=c&above=d&below=e&missing=f&sort=g&asOf=h&page=z",
        "none", "none", "X", "1", "x", "y", "a", "b", "c", "d", "e", "f", "h", "indicator")]
    [InlineData("from=1900-01&to=2199-12", "1900-01", "2199-12")]
    [InlineData("from=1950-01&to=2150-12&rows=month&columns=none&indicator=loans.all.balance&measure=since-january&page=-1")]
    [InlineData("rows=bank,area,indicator&columns=month&bank=all&area=counties&from=1960-01", "100000")]
    [InlineData("from=1950-01&to=2150-12&rows=month&columns=indicator&indicator=loans.all.balance,loans.all.npl,loans.credit.balance", "5000")]
    [InlineData("columns=month,area&area=counties&from=2000-01&to=2025-01", "130")]
    [InlineData("bank=all,D001", "D001")]
    [InlineData("sort=-nothing", "nothing")]
    public async Task Explore_WrongOrTooMuch_SaysWhatAndHow(string query, params string[] said)
    {
        IDocument page = await OpenAsync(s_analyst, $"/explore?{query}");

        string[] faults = [.. page.QuerySelectorAll("ul.fault li").Select(fault => fault.TextContent)];
        Assert.Equal(said.Length, faults.Length);
        Assert.All(said, word => Assert.Contains(faults, fault => fault.Contains(word, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("rows=colour", HttpStatusCode.BadRequest)]
    [InlineData("asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("bank=X&rows=bank", HttpStatusCode.BadRequest)]
    [InlineData(Banks, HttpStatusCode.OK)]
    [InlineData(Banks + "&sort=gone", HttpStatusCode.OK)]
    public async Task Api_Question_IsAnsweredInFullOrRefusedWithAReason(string query, HttpStatusCode expected)
    {
        using HttpClient client = site.Client(s_analyst);
        using HttpResponseMessage answer = await client.GetAsync($"/api/v1/explore.csv?{query}");
        string body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains(expected == HttpStatusCode.OK ? "indicator,scope,bank,type,area,month,measure,value,unit" : "detail", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Department)]
    public async Task Explore_WithoutTheRight_IsClosed(Role role)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(role));
        foreach (string address in new[] { "/explore", "/api/v1/explore", "/api/v1/explore.csv" })
        {
            using HttpResponseMessage answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task View_SavedAndShared_IsOpenedByABankWithItsOwnRowsAndGoneWhenWithdrawn()
    {
        await PostAsync(s_analyst, $"/explore?{Banks}", "save-view", ("name", "Banks <b>1</b>"), ("shared", "yes"));

        IElement link = Assert.Single((await OpenAsync(s_bank, "/explore")).QuerySelectorAll("section[aria-labelledby=saved-views] th a"));
        Assert.Equal("Banks <b>1</b>", link.TextContent);
        Assert.Single(Rows(await OpenAsync(s_bank, link.GetAttribute("href")!)));
        Assert.Null((await OpenAsync(s_bank, "/explore")).QuerySelector("form[method=post] button.quiet"));

        IDocument own = await OpenAsync(s_analyst, "/explore");
        string form = own.QuerySelector("section[aria-labelledby=saved-views] td input[name=_handler]")!.GetAttribute("value")!;
        await PostAsync(s_analyst, "/explore", form);
        Assert.Empty((await OpenAsync(s_bank, "/explore")).QuerySelectorAll("section[aria-labelledby=saved-views] th a"));
    }

    private static IElement[] Rows(IDocument page) => [.. page.QuerySelectorAll(".explorer-grid tbody tr")];

    private static IEnumerable<string> Values(IDocument page, string select) =>
        page.QuerySelectorAll($"select[name={select}] option").Select(option => option.GetAttribute("value")!);

    private static string Fault(string page) =>
        new HtmlParser().ParseDocument(page).QuerySelector("ul.fault")?.TextContent.Trim() ?? string.Empty;

    private async Task<IDocument> OpenAsync(Viewer viewer, string address) =>
        new HtmlParser().ParseDocument(await BodyAsync(viewer, address));

    private async Task<string> BodyAsync(Viewer viewer, string address)
    {
        using HttpClient client = site.Client(viewer);
        using HttpResponseMessage answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task PostAsync(Viewer viewer, string address, string form, params (string Name, string Value)[] fields)
    {
        using HttpClient client = site.Client(viewer);
        using HttpResponseMessage page = await client.GetAsync(address);
        string html = await page.Content.ReadAsStringAsync();
        client.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using FormUrlEncodedContent content = new(
        [
            new("_handler", form),
            new("__RequestVerificationToken", Token().Match(html).Groups[1].Value),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
        using HttpResponseMessage answer = await client.PostAsync(address, content);
        Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.OK, $"{answer.StatusCode}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
