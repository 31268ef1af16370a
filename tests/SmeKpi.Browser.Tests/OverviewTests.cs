using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>The overview shows the readings that the API gives.</summary>
public sealed class OverviewTests(Site site)
{
    private const string NoTarget = "no-target";

    [Theory]
    [InlineData("2025-06", "zh-CN")]
    [InlineData("2025-06", "en")]
    [InlineData("2025-12", "zh-CN")]
    [InlineData("2025-12", "en")]
    [InlineData("2026-02", "zh-CN")]
    [InlineData("2026-02", "en")]
    public async Task Overview_AnyMonth_ShowsValueTargetGapAndStandingOfTheFiveTargets(string month, string language)
    {
        Words words = new(language);
        IReadOnlyList<Reading> readings = await site.Api.ReadingsAsync($"month={month}");
        await using Visit visit = await site.VisitAsync($"/?month={month}", language);
        IPage page = visit.Page;

        Assert.Equal(5, readings.Count);
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(readings.Select(reading => reading.Id), await TextsAsync(page, ".tile .target-id"));
        Assert.Equal(readings.Select(words.Standing), await TextsAsync(page, ".tile > .light .light-word"));
        Assert.Equal(readings.Select(reading => words.Amount(reading.Actual)), await TextsAsync(page, ".tile .figure"));
        Assert.Equal(
            readings.Select(reading => words.Difference(reading.Gap)),
            await TextsAsync(page, ".tile .facts:not(.beside) div:nth-child(2) dd"));
        IReadOnlyList<string> targets = await TextsAsync(page, ".tile .facts:not(.beside) div:first-child dd");
        Assert.All(readings.Zip(targets), pair =>
            Assert.EndsWith(words.Amount(pair.First.Target), pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-06", 0)]
    [InlineData("2025-12", 0)]
    [InlineData("2026-02", 4)]
    public async Task Overview_YearTheLawDoesNotName_ShowsValuesWithoutTarget(string month, int unjudged)
    {
        IReadOnlyList<Reading> readings = await site.Api.ReadingsAsync($"month={month}");
        await using Visit visit = await site.VisitAsync($"/?month={month}");

        Assert.Equal(unjudged, readings.Count(reading => reading.Standing == NoTarget));
        Assert.All(
            readings.Where(reading => reading.Standing == NoTarget), reading => Assert.NotNull(reading.Actual));
        Assert.Equal(unjudged, await visit.Page.Locator(".tile-NoTarget").CountAsync());
        Assert.Equal(unjudged > 0, await visit.Page.Locator(".notice").IsVisibleAsync());
    }

    [Fact]
    public async Task Overview_FromATile_LeadsToTheTargetOfTheSameMonth()
    {
        await using Visit visit = await site.VisitAsync("/?month=2025-05&asOf=2025-07-20");

        await visit.Page.Locator("#tile-M01\\.2 a").ClickAsync();

        Assert.Equal($"{site.Address}/targets/M01.2?month=2025-05&asOf=2025-07-20T23%3A59%3A59", visit.Page.Url);
    }

    [Theory]
    [InlineData("/?month=2026-02")]
    [InlineData("/?month=2025-12&region=320903")]
    public async Task Overview_EveryBankIsIn_NamesNoneAsMissing(string path)
    {
        await using Visit visit = await site.VisitAsync(path);

        Assert.Equal(0, await visit.Page.Locator(".completeness-short").CountAsync());
        Assert.Equal(0, await visit.Page.Locator(".names li").CountAsync());
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(IPage page, string selector) =>
        [.. (await page.Locator(selector).AllInnerTextsAsync()).Select(text => text.Trim())];
}
