using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>The leaders' page on paper, by keyboard, enlarged, and without figures.</summary>
public sealed class CockpitTests(Site site)
{
    private const string FocusIsVisible = """
        () => {
          const focused = document.activeElement;
          const style = getComputedStyle(focused);
          return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 ? "" : focused.outerHTML.slice(0, 120);
        }
        """;

    [Theory]
    [InlineData("/?month=2025-06", "zh-CN", "leader")]
    [InlineData("/?month=2025-06", "en", "leader")]
    [InlineData("/?month=2025-12", "zh-CN", "department")]
    [InlineData("/?month=2025-09&asOf=2025-10-20", "en", "analyst")]
    [InlineData("/?month=2026-02", "en", "leader")]
    [InlineData("/?month=2025-12&region=320903", "zh-CN", "analyst")]
    public async Task Overview_Printed_FillsOneSheet(string path, string language, string role)
    {
        await using Visit visit = await site.VisitAsync(path, language, role: role);

        Assert.Equal(1, await PrintedPage.CountAsync(visit.Page));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await visit.Page.Locator(".synthetic-banner").IsVisibleAsync());
        Assert.True(await visit.Page.Locator(".stamp").IsVisibleAsync());
        Assert.True(await visit.Page.Locator(".pinned").IsVisibleAsync());
        Assert.False(await visit.Page.Locator(".site-nav").IsVisibleAsync());
        Assert.False(await visit.Page.Locator(".switches").IsVisibleAsync());
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Overview_ByKeyboard_ReachesEveryLinkAndShowsWhereItIs(string language)
    {
        await using Visit visit = await site.VisitAsync("/?month=2025-06", language, role: "leader");
        IPage page = visit.Page;
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.Locator(".skip-link").IsVisibleAsync());

        int all = await page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('a, button, select, input:not([type=hidden]), summary')].filter(e => e.checkVisibility()).length");
        HashSet<string> reached = [];
        for (int step = 0; step < all * 3; step++)
        {
            string faint = await page.EvaluateAsync<string>(FocusIsVisible);
            Assert.True(faint.Length == 0, faint);
            reached.Add(await page.EvaluateAsync<string>(
                "() => { window.n ??= 0; return document.activeElement.dataset.n ??= String(++window.n); }"));
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("() => document.activeElement === document.body"))
            {
                break;
            }
        }

        Assert.True(reached.Count >= all, $"{reached.Count} of {all}");
    }

    [Fact]
    public async Task SkipLink_Pressed_LeadsToTheContent()
    {
        await using Visit visit = await site.VisitAsync("/?month=2025-06");

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("content", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Theory]
    [InlineData("/?month=2025-06", "zh-CN")]
    [InlineData("/?month=2025-06", "en")]
    [InlineData("/targets/M01.2?month=2025-04", "en")]
    [InlineData("/wall", "zh-CN")]
    [InlineData("/wall", "en")]
    public async Task Page_EnlargedTwice_NeedsNoScrollingToTheSide(string path, string language)
    {
        // A window of 1280 pixels shows 640 of the page at 200 %.
        await using Visit visit = await site.VisitAsync(path, language, width: 640, height: 450, role: "leader");

        Assert.True(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 640);
    }

    [Theory]
    [InlineData("/?month=2025-06&asOf=1999-12-31")]
    [InlineData("/?month=2030-01")]
    public async Task Overview_NothingKnown_SaysSoAndJudgesNothing(string path)
    {
        await using Visit visit = await site.VisitAsync(path);

        Assert.NotEqual("", (await visit.Page.Locator("main .notice").First.InnerTextAsync()).Trim());
        Assert.Equal(0, await visit.Page.Locator(".light-good").CountAsync());
    }

    [Fact]
    public async Task Rate_OfAMonth_StandsBesideTheLprWithItsSource()
    {
        await using Visit visit = await site.VisitAsync("/?month=2025-06", "en");
        ILocator beside = visit.Page.Locator(".tile", new() { Has = visit.Page.Locator("#tile-M08\\.1") }).Locator(".beside");

        Assert.Contains("3.00%", await beside.InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("https://www.pbc.gov.cn/", await beside.Locator("a.source").First.GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Growth_OfAMonth_StandsBesideNationAndProvinceWithTheirMonths()
    {
        await using Visit visit = await site.VisitAsync("/?month=2025-06", "en");
        ILocator beside = visit.Page.Locator(".tile", new() { Has = visit.Page.Locator("#tile-M01\\.2") }).Locator(".beside");

        Assert.Equal(
            ["China April 2025, RMB only", "Jiangsu December 2024, RMB and foreign currency"],
            await beside.Locator("dt").AllInnerTextsAsync());
        Assert.Equal(2, await beside.Locator("a.source").CountAsync());
    }
}
