using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>What a reader meets in a real browser.</summary>
public sealed class PageTests(Site site)
{
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

    [Fact]
    public async Task Menu_OnAPhone_OpensWithoutAScript()
    {
        await using Visit visit = await site.VisitAsync("/", width: 360, height: 720);
        IPage page = visit.Page;

        Assert.False(await page.Locator(".nav-wide").IsVisibleAsync());
        Assert.False(await page.Locator(".nav-fold a").First.IsVisibleAsync());
        await page.Locator(".nav-fold summary").ClickAsync();

        Assert.True(await page.Locator(".nav-fold a").First.IsVisibleAsync());
    }

    [Theory]
    [InlineData("/targets/M99.9")]
    [InlineData("/measures/11")]
    [InlineData("/imports/99999")]
    [InlineData("/imports/refused/99999")]
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

    private static Task<string> BackgroundAsync(IPage page) =>
        page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
