using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>A division of the remaining requirement, from the analyst who makes it to the leader who is sent the link.</summary>
public sealed class ProposalWalkTests(Site site)
{
    [Theory]
    [InlineData("zh-CN", "light")]
    [InlineData("en", "dark")]
    public async Task Division_MadeByTheAnalyst_IsOpenedByTheLeader(string language, string theme)
    {
        await using Visit analyst = await site.VisitAsync("/what-if?month=2025-06", language, theme);
        IPage page = analyst.Page;
        await page.Locator("select[name=by]").SelectOptionAsync("county");
        await page.Locator(".what-if .period-go").ClickAsync();
        await MoveAsync(page, "part-320902", -1m);
        await page.Locator(".what-if .period-go").ClickAsync();
        Assert.Equal(1, await page.Locator(".what-if .fault").CountAsync());
        Assert.True(await page.Locator(".door-form button").IsDisabledAsync());

        await MoveAsync(page, "part-320981", 1m);
        await page.Locator(".what-if .period-go").ClickAsync();
        Assert.Equal(0, await page.Locator(".what-if .fault").CountAsync());
        Assert.Contains("part-320902=", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        Assert.Equal(1, await page.Locator(".what-if .fault").CountAsync());
        await page.GoForwardAsync();

        await page.Locator("input[name=name]").FillAsync($"2025 {language}");
        await page.Locator(".door-form button").ClickAsync();
        await page.WaitForURLAsync(new Regex("/proposals/[0-9]+$"));

        await using Visit leader = await site.VisitAsync(new Uri(page.Url).PathAndQuery, language, theme, width: 360, role: "leader");
        Assert.Equal($"2025 {language}", await leader.Page.Locator("h1").TextContentAsync());
        Assert.Equal(11, await leader.Page.Locator("section[aria-labelledby=scenario] tbody tr").CountAsync());
        Assert.Equal(0, await leader.Page.Locator(".door-form").CountAsync());
        Assert.Empty((await leader.Page.RunAxe(Axe.Options)).Violations.Select(violation => violation.Id));
        Assert.True(await leader.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360);
    }

    private static async Task MoveAsync(IPage page, string field, decimal by)
    {
        ILocator input = page.Locator($"input[name={field}]");
        decimal before = decimal.Parse(await input.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await input.FillAsync((before + by).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
