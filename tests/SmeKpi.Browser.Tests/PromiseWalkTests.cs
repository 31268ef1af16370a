using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>A leader records a promise in one meeting and follows it in the next, at a desk and on a phone.</summary>
public sealed class PromiseWalkTests(Site site)
{
    [Theory]
    [InlineData("zh-CN", "light", 1280, "2026-05-07", "2026-06-04", "兑现")]
    [InlineData("en", "dark", 360, "2026-05-08", "2026-06-05", "kept")]
    public async Task Promise_FromOneMeetingToTheNext_IsFollowed(
        string language, string theme, int width, string first, string next, string kept)
    {
        string text = $"每周报送投放进度 {language}";
        await using Visit leader = await site.VisitAsync("/promises", language, theme, width, role: "leader");
        IPage page = leader.Page;

        await MeetAsync(page, first, $"例会 {first}");
        await page.Locator("textarea[name=text]").FillAsync(text);
        await page.Locator("select[name=topic]").SelectOptionAsync("M01.1");
        await page.Locator("select[name=owner]").SelectOptionAsync("department:finance");
        await page.Locator("input[name=due]").Last.FillAsync("2026-05-31");
        await CheckAsync(page);
        await page.Locator("section:has(#promise-new) button").ClickAsync();
        await Assertions.Expect(page.Locator(".promise-table")).ToContainTextAsync(text);
        string address = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync("/promises");
        await MeetAsync(page, next, $"例会 {next}");
        ILocator item = page.Locator(".agenda > li", new() { HasText = text });
        await item.Locator("input[value=keep]").CheckAsync();
        await item.Locator("textarea[name=note]").FillAsync("每周都已报送");
        await CheckAsync(page);
        await item.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator(".agenda > li", new() { HasText = text }).Locator(".found")).ToContainTextAsync(kept);
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator(".promise-table tbody tr", new() { HasText = text })).ToContainTextAsync(kept);
        await CheckAsync(page);
    }

    private static async Task MeetAsync(IPage page, string held, string name)
    {
        await page.Locator("input[name=held]").FillAsync(held);
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("section:has(#meeting-new) button").ClickAsync();
        await page.WaitForURLAsync("**/meetings/*");
    }

    private static async Task CheckAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(Axe.Options);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}; {violation.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
    }
}
