using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>The screen on the wall: it turns by itself, can be held, refreshes, and says how things stand.</summary>
public sealed class WallTests(Site site)
{
    private const string Shown = ".wall-page:not([hidden])";

    [Theory]
    [InlineData("zh-CN", "light", 1920)]
    [InlineData("en", "dark", 1280)]
    [InlineData("en", "light", 360)]
    public async Task Wall_EveryPageOfIt_HasNoFault(string language, string theme, int width)
    {
        List<string> requests = [];
        await using Visit visit = await site.VisitAsync(
            "/wall?month=2025-06", language, theme, width, 800, page => page.Request += (_, request) => requests.Add(request.Url), "leader");
        IPage page = visit.Page;
        await page.Locator("#wall-pause").ClickAsync();
        int pages = await page.Locator(".wall-page").CountAsync();
        Assert.Equal(7, pages);
        for (int at = 0; at < pages; at++)
        {
            AxeResult result = await page.RunAxe(Axe.Options);
            Assert.Empty(result.Violations.Select(violation => $"{at}: {violation.Id} {violation.Nodes[0].Html}"));
            Assert.Equal(1, await page.Locator(Shown).CountAsync());
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
            if (Environment.GetEnvironmentVariable("SMEKPI_SCREENSHOTS") is { } folder)
            {
                await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, $"wall-{language}-{theme}-{at}.png") });
            }

            await page.Keyboard.PressAsync("ArrowRight");
        }

        Assert.All(requests, url => Assert.StartsWith(site.Address, url, StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator("text=（虚构）").CountAsync());
    }

    [Fact]
    public async Task Wall_LeftAlone_TurnsUntilItIsPaused()
    {
        await using Visit visit = await VisitAsync();
        IPage page = visit.Page;
        string first = await TitleAsync(page);

        await page.Clock.FastForwardAsync(12_500);
        string second = await TitleAsync(page);
        await page.Keyboard.PressAsync(" ");
        await page.Clock.FastForwardAsync(60_000);
        string held = await TitleAsync(page);
        await page.Locator("#wall-previous").ClickAsync();

        Assert.NotEqual(first, second);
        Assert.Equal(second, held);
        Assert.Equal(first, await TitleAsync(page));
    }

    [Fact]
    public async Task Wall_LittleMotionAskedFor_StandsStillUntilTold()
    {
        await using Visit visit = await VisitAsync(page => page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }));
        string first = await TitleAsync(visit.Page);

        await visit.Page.Clock.FastForwardAsync(60_000);

        Assert.Equal(first, await TitleAsync(visit.Page));
    }

    [Fact]
    public async Task Wall_FiguresChanged_FetchesThemAndKeepsItsPage()
    {
        int loads = 0;
        await using Visit visit = await VisitAsync();
        IPage page = visit.Page;
        await page.Keyboard.PressAsync(" ");
        await page.Keyboard.PressAsync("ArrowRight");
        string title = await TitleAsync(page);
        page.Request += (_, request) => loads += new Uri(request.Url).AbsolutePath == "/wall" ? 1 : 0;
        await page.RouteAsync("**/wall/version", route => route.FulfillAsync(new()
        {
            Status = 204, Headers = new Dictionary<string, string> { ["ETag"] = "\"another\"" },
        }));

        await page.RunAndWaitForResponseAsync(
            () => page.Clock.FastForwardAsync(16_000), answer => new Uri(answer.Url).AbsolutePath == "/wall");

        Assert.Equal(1, loads);
        Assert.Equal(title, await TitleAsync(page));
    }

    [Fact]
    public async Task Wall_ConnectionLost_SaysSoAndLaterThatFiguresMayBeOld()
    {
        await using Visit visit = await VisitAsync();
        IPage page = visit.Page;
        string fresh = await page.Locator("#wall-check").InnerTextAsync();
        await page.RouteAsync("**/wall/version", route => route.AbortAsync());

        await page.Clock.FastForwardAsync(16_000);
        await Assertions.Expect(page.Locator("#wall-check")).Not.ToHaveTextAsync(fresh);
        string lost = await page.Locator("#wall-check").InnerTextAsync();
        await page.Clock.FastForwardAsync(6 * 60_000);
        await Assertions.Expect(page.Locator("#wall-check")).Not.ToHaveTextAsync(lost);

        Assert.Contains("6", await page.Locator("#wall-check").InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual("", await page.Locator("#wall-age").InnerTextAsync());
    }

    [Fact]
    public async Task Wall_SessionEnded_ShowsNoFiguresAndSaysWhy()
    {
        await using Visit visit = await VisitAsync();
        IPage page = visit.Page;
        await page.RouteAsync("**/wall/version", route => route.FulfillAsync(new() { Status = 401 }));

        await page.Clock.FastForwardAsync(16_000);

        await Assertions.Expect(page.Locator("#wall-ended")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator(".wall-page").CountAsync());
        Assert.False(await page.Locator("#wall-controls").IsVisibleAsync());
    }

    private async Task<Visit> VisitAsync(Func<IPage, Task>? prepare = null)
    {
        Visit visit = await site.VisitAsync("/scopes", role: "leader");
        await (prepare?.Invoke(visit.Page) ?? Task.CompletedTask);
        await visit.Page.Clock.InstallAsync();
        await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.GotoAsync("/wall?month=2025-06"), answer => answer.Url.EndsWith("/wall/version", StringComparison.Ordinal));
        await Assertions.Expect(visit.Page.Locator("#wall-age")).Not.ToBeEmptyAsync();
        return visit;
    }

    private static Task<string> TitleAsync(IPage page) => page.Locator($"{Shown} h2").First.InnerTextAsync();
}
