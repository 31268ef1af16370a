using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>A target's page: its year, its banks, what was known at a moment, and what can be taken along.</summary>
public sealed class TargetPageTests(Site site)
{
    // Has a zone beside it, which statistics count apart.
    private const string County = "320903";

    [Theory]
    [InlineData("zh-CN", "判定")]
    [InlineData("en", "Ruling")]
    public async Task Target_InEachLanguage_ShowsChartReadingsAndEveryBank(string language, string ruling)
    {
        int banks = (await site.Api.ReadingsAsync("month=2025-06&bank=all"))
            .Count(reading => reading is { Id: "M01.1", Bank: not null });
        await using Visit visit = await site.VisitAsync("/targets/M01.1?month=2025-06", language);
        IPage page = visit.Page;

        Assert.Equal(4, await page.Locator(".mud-charts-line-series > path").CountAsync());
        Assert.Equal(ruling, await page.Locator(".ruling .chip").InnerTextAsync());
        Assert.Equal(banks, await page.Locator("section[aria-labelledby=bank-table] tbody tr").CountAsync());
        Assert.Equal(11, await page.Locator("section[aria-labelledby=region-table] tbody tr").CountAsync());
        await Assertions.Expect(page.Locator("section[aria-labelledby=bank-table] tbody tr").Last).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("M01.1", "2025-06")]
    [InlineData("M01.2", "2025-12")]
    [InlineData("M01.3", "2025-06")]
    [InlineData("M08.1", "2025-12")]
    [InlineData("M10.1", "2026-02")]
    public async Task Target_AnyOfTheFive_ShowsTheReadingOfTheApi(string id, string month)
    {
        Words words = new("en");
        Reading reading = (await site.Api.ReadingsAsync($"month={month}")).Single(each => each.Id == id);
        await using Visit visit = await site.VisitAsync($"/targets/{id}?month={month}", "en");
        IPage page = visit.Page;

        Assert.Equal(words.Amount(reading.Actual), await page.Locator(".figure").InnerTextAsync());
        Assert.Equal(words.Standing(reading), await page.Locator(".light-word").First.InnerTextAsync());
        Assert.Equal(words.Amount(reading.Actual), await page.Locator("section[aria-labelledby=rival-title] .ruling td.number").First.InnerTextAsync());
    }

    [Theory]
    [InlineData("M01.3")]
    [InlineData("M10.1")]
    public async Task Target_BankThatCorrectedItsReturn_DiffersBetweenThenAndNow(string id)
    {
        string bank = await site.Api.BankNameAsync("D021");
        string then = await ValueAsync(id, bank, "&asOf=2025-07-20");
        string now = await ValueAsync(id, bank, "");

        Assert.NotEqual(then, now);
    }

    [Fact]
    public async Task Target_OfACounty_ShowsItsBanksAndNoTableOfCounties()
    {
        Words words = new("zh-CN");
        Reading bank = (await site.Api.ReadingsAsync($"month=2025-06&region={County}&bank=D021"))
            .Single(each => each.Id == "M01.1");
        await using Visit visit = await site.VisitAsync($"/targets/M01.1?month=2025-06&region={County}");

        Assert.NotNull(bank.Actual);
        Assert.Equal(words.Amount(bank.Actual), await ValueOf(visit.Page, await site.Api.BankNameAsync("D021")));
        Assert.Equal(0, await visit.Page.Locator("#region-table").CountAsync());
    }

    [Fact]
    public async Task Target_BankAHairsBreadthBeyondTheTolerance_ShowsTheDigitThatDecides()
    {
        await using Visit visit = await site.VisitAsync("/targets/M10.1?month=2025-06");
        ILocator rows = visit.Page.Locator("section[aria-labelledby=bank-table] tbody tr");

        IReadOnlyList<string> missed = await rows.Filter(new() { Has = visit.Page.Locator(".light-bad") })
            .Locator("td.number:nth-child(2)").AllInnerTextsAsync();

        Assert.NotEmpty(missed);
        Assert.DoesNotContain(missed, value => value.StartsWith("3.00 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Target_JanuaryAlone_IsADotInTheChart()
    {
        await using Visit visit = await site.VisitAsync("/targets/M01.1?month=2025-01");

        int dots = await visit.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('.chart-frame circle:not([opacity])')].filter(c => c.getClientRects().length > 0).length");
        Assert.Equal(1, dots);
    }

    [Theory]
    [InlineData(0, "image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47 })]
    [InlineData(1, "image/svg+xml", new byte[] { 0x3C })]
    public async Task Downloads_OfATargetPage_AnswerAPicture(int link, string type, byte[] start)
    {
        await using Visit visit = await site.VisitAsync("/targets/M01.1?month=2025-06");
        string? address = await visit.Page.Locator(".downloads a").Nth(link).GetAttributeAsync("href");

        IAPIResponse answer = await visit.Page.APIRequest.GetAsync(site.Address + address);

        Assert.Equal(200, answer.Status);
        Assert.Equal(type, answer.Headers["content-type"]);
        Assert.Equal(start, (await answer.BodyAsync())[..start.Length]);
    }

    private async Task<string> ValueAsync(string id, string bank, string asOf)
    {
        Words words = new("zh-CN");
        Reading reading = (await site.Api.ReadingsAsync($"month=2025-06&bank=D021{asOf}")).Single(each => each.Id == id);
        await using Visit visit = await site.VisitAsync($"/targets/{id}?month=2025-06{asOf}");

        string shown = await ValueOf(visit.Page, bank);

        Assert.Equal(words.Amount(reading.Actual), shown);
        return shown;
    }

    private static Task<string> ValueOf(IPage page, string bank) => page
        .Locator("section[aria-labelledby=bank-table] tbody tr")
        .Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = bank, Exact = true }) })
        .Locator("td.number").First.InnerTextAsync();
}
