using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>What a reader meets in a real browser.</summary>
public sealed class PageTests(Site site)
{
    [Theory]
    [InlineData("zh-CN", "五项目标总览", "达到进度", "1,000.00 亿元")]
    [InlineData("en", "The five targets", "On track", "RMB 100.00 bn")]
    public async Task Overview_InEachLanguage_ShowsFiveTiles(string language, string title, string standing, string value)
    {
        await using Visit visit = await site.VisitAsync("/?month=2025-06", language);
        IPage page = visit.Page;

        Assert.Equal(title, await page.Locator("h1").InnerTextAsync());
        Assert.Equal(5, await page.Locator(".tile").CountAsync());
        Assert.Equal(standing, await page.Locator(".tile .light-word").First.InnerTextAsync());
        Assert.Equal(value, await page.Locator(".tile .figure").First.InnerTextAsync());
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Theory]
    [InlineData("zh-CN", "判定")]
    [InlineData("en", "Ruling")]
    public async Task Target_InEachLanguage_ShowsChartReadingsAndBanks(string language, string ruling)
    {
        await using Visit visit = await site.VisitAsync("/targets/M01.1?month=2025-06", language);
        IPage page = visit.Page;

        Assert.Equal(4, await page.Locator(".mud-charts-line-series > path").CountAsync());
        Assert.Equal(ruling, await page.Locator(".ruling .chip").InnerTextAsync());
        Assert.Equal(40, await page.Locator("section[aria-labelledby=bank-table] tbody tr").CountAsync());
        Assert.Equal(11, await page.Locator("section[aria-labelledby=region-table] tbody tr").CountAsync());
        Assert.Equal(
            "/charts/M01.1.png?month=2025-06", await page.Locator(".downloads a").First.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task Target_JanuaryAlone_IsADotInTheChart()
    {
        await using Visit visit = await site.VisitAsync("/targets/M01.1?month=2025-01");

        int dots = await visit.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('.chart-frame circle:not([opacity])')].filter(c => c.getClientRects().length > 0).length");
        Assert.Equal(1, dots);
    }

    [Fact]
    public async Task Overview_FromATile_LeadsToTheTargetOfTheSameMonth()
    {
        await using Visit visit = await site.VisitAsync("/?month=2025-05&asOf=2025-07-20");
        IPage page = visit.Page;

        await page.Locator("#tile-M01\\.2 a").ClickAsync();

        Assert.Equal($"{site.Address}/targets/M01.2?month=2025-05&asOf=2025-07-20T23%3A59%3A59", page.Url);
    }

    [Fact]
    public async Task Period_AnotherMonthChosen_StandsInTheAddress()
    {
        await using Visit visit = await site.VisitAsync("/targets/M10.1?month=2025-06");
        IPage page = visit.Page;

        await page.Locator("select[name=month]").SelectOptionAsync("2025-09");
        await page.Locator(".period button").ClickAsync();

        Assert.Contains("month=2025-09", page.Url, StringComparison.Ordinal);
        Assert.Contains("2025年9月", await page.Locator(".page-title p").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switches_LanguageAndTheme_KeepTheAddress()
    {
        const string Path = "/targets/M01.1?month=2025-06&asOf=2025-07-20T09%3A30%3A00";
        await using Visit visit = await site.VisitAsync(Path);
        IPage page = visit.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        Assert.Equal(site.Address + Path, page.Url);
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));

        string light = await BackgroundAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Dark" }).ClickAsync();
        Assert.Equal(site.Address + Path, page.Url);
        Assert.NotEqual(light, await BackgroundAsync(page));
    }

    [Fact]
    public async Task Theme_Auto_FollowsTheSystem()
    {
        await using Visit visit = await site.VisitAsync("/", theme: "auto");
        IPage page = visit.Page;

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        string light = await BackgroundAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        string dark = await BackgroundAsync(page);

        await using Visit chosenVisit = await site.VisitAsync("/", theme: "dark");
        IPage chosen = chosenVisit.Page;
        Assert.NotEqual(light, dark);
        Assert.Equal(await BackgroundAsync(chosen), dark);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string path)
    {
        await using Visit visit = await site.VisitAsync(path, "en", width: 360, height: 720);
        IPage page = visit.Page;

        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360);
        Assert.False(await page.Locator(".nav-wide").IsVisibleAsync());
    }

    [Fact]
    public async Task Menu_OnAPhone_OpensWithoutAScript()
    {
        await using Visit visit = await site.VisitAsync("/", width: 360, height: 720);
        IPage page = visit.Page;

        Assert.False(await page.Locator(".nav-fold a").First.IsVisibleAsync());
        await page.Locator(".nav-fold summary").ClickAsync();

        Assert.True(await page.Locator(".nav-fold a").First.IsVisibleAsync());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_Loaded_AsksNoOtherServerAndRunsNoScript(string path)
    {
        List<string> requests = [];
        await using Visit visit = await site.VisitAsync("/imports");
        IPage page = visit.Page;
        page.Request += (_, request) => requests.Add(request.Url);

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.NotEmpty(requests);
        Assert.All(requests, url => Assert.StartsWith(site.Address, url, StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator("script").CountAsync());
    }

    [Fact]
    public async Task SyntheticData_OnEveryPage_SayThatTheyAreSynthetic()
    {
        foreach (string path in SitePages.All.Where(path => path != "/error"))
        {
            await using Visit visit = await site.VisitAsync(path);
            IPage page = visit.Page;

            Assert.True(await page.Locator(".synthetic-banner").IsVisibleAsync(), path);
        }
    }

    [Theory]
    [InlineData("/targets/M99.9")]
    [InlineData("/measures/11")]
    [InlineData("/imports/999")]
    [InlineData("/nowhere")]
    public async Task UnknownAddress_OnTheSite_IsAnsweredInWordsWith404(string path)
    {
        await using Visit visit = await site.VisitAsync("/");
        IPage page = visit.Page;

        IResponse? response = await page.GotoAsync(path);

        Assert.Equal(404, response!.Status);
        Assert.Equal("没有这个页面", await page.Locator("h1").InnerTextAsync());
    }

    [Theory]
    [InlineData("/culture?to=en&back=//example.org")]
    [InlineData("/theme?to=dark&back=https://example.org")]
    public async Task Switches_AddressOfAnotherSite_LeadHome(string path)
    {
        await using Visit visit = await site.VisitAsync(path);
        IPage page = visit.Page;

        Assert.Equal(site.Address + "/", page.Url);
    }

    public static TheoryData<string> Paths => [.. SitePages.All];

    private static Task<string> BackgroundAsync(IPage page) =>
        page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
