using Microsoft.Playwright;
using SmeKpi.Web.Resources;

namespace SmeKpi.Browser.Tests;

/// <summary>What a leader does with the page: see what is missed, why, who moves it; print it; hand the link on.</summary>
public sealed class LeaderStoryTests(Site site)
{
    [Theory]
    [InlineData("zh-CN", "en")]
    [InlineData("en", "zh-CN")]
    public async Task Leader_FromTheLightToTheLink_FindsTheWay(string language, string other)
    {
        await using Visit visit = await site.VisitAsync("/?month=2025-12", language, role: "leader");
        IPage page = visit.Page;

        // Why red: the word, its meaning and the gap stand on the tile.
        ILocator red = page.Locator(".tile-Missed").First;
        Assert.Equal(Say(typeof(TargetStrings), "Standing_Missed", language), await red.Locator("> .light .light-word").InnerTextAsync());
        Assert.Equal(
            Say(typeof(TargetStrings), "Meaning_Missed", language), (await red.Locator("> .meaning").InnerTextAsync()).Trim());
        Assert.StartsWith("−", await red.Locator(".facts div:nth-child(2) dd").InnerTextAsync(), StringComparison.Ordinal);

        // Who: the first places of banks and counties, with their move.
        ILocator ranks = page.Locator(".contributors .ranks");
        Assert.Equal(2, await ranks.CountAsync());
        Assert.Equal("1", await ranks.First.Locator("tbody tr").First.Locator("td").First.InnerTextAsync());
        Assert.NotEqual("", await ranks.First.Locator("tbody .move").First.InnerTextAsync());

        // More of it on the page of the target, and back by the browser's own button.
        await page.Locator(".contributors h2 a").ClickAsync();
        // The address changes at once, the page when it has come.
        await Assertions.Expect(page.Locator("#bank-table")).ToBeVisibleAsync();
        Assert.Equal($"{site.Address}/targets/M01.1?month=2025-12", page.Url);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".contributors h2 a")).ToBeVisibleAsync();
        Assert.Equal($"{site.Address}/?month=2025-12", page.Url);

        Assert.Equal(1, await PrintedPage.CountAsync(page, $"leader-{language}"));

        string link = await page.Locator(".pinned a").InnerTextAsync();
        await using Visit given = await site.VisitAsync(link[site.Address.Length..], other, role: "leader");
        Assert.Equal(other, await given.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("2025-12", await given.Page.Locator("select[name=month]").InputValueAsync());
        Assert.Equal("320900", await given.Page.Locator("select[name=region]").InputValueAsync());
        Assert.NotEqual("", await given.Page.Locator("input[name=asOf]").InputValueAsync());
        Assert.Equal(link, await given.Page.Locator(".pinned a").InnerTextAsync());
    }

    private static string Say(Type words, string key, string language) => new System.Resources.ResourceManager(words)
        .GetString(key, System.Globalization.CultureInfo.GetCultureInfo(language))!;
}
