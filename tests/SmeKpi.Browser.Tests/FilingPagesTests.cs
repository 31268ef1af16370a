using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>Filing calendar, changes, revisions and scopes, as a reader goes from one to the next.</summary>
public sealed class FilingPagesTests(Site site)
{
    [Fact]
    public async Task Calendar_AnotherReturnChosen_StandsInTheAddressAndCellsLeadToFiles()
    {
        await using Visit visit = await site.VisitAsync("/calendar", "en");
        IPage page = visit.Page;

        await page.Locator("select[name=return]").SelectOptionAsync("corporate-rates");
        await page.Locator(".period button").ClickAsync();
        Assert.Contains("return=corporate-rates", page.Url, StringComparison.Ordinal);
        Assert.Equal("corporate-rates", await page.Locator("select[name=return]").InputValueAsync());

        await page.Locator(".filing-matrix tbody a").First.ClickAsync();
        Assert.Contains("/imports/", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_BackToNow_ForgetsTheMomentAndKeepsTheRest()
    {
        await using Visit visit = await site.VisitAsync("/calendar?return=inclusive-mse&asOf=2025-12-20", "en");
        IPage page = visit.Page;

        await page.Locator(".past-banner a").ClickAsync();

        Assert.EndsWith("/calendar?return=inclusive-mse", page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".past-banner").CountAsync());
    }

    [Fact]
    public async Task Changes_AValue_LeadsToItsHistory()
    {
        await using Visit visit = await site.VisitAsync("/changes?since=2025-08-01&asOf=2025-08-10", "en");
        IPage page = visit.Page;

        await page.Locator("section[aria-labelledby=values-title] td a[href^='/revisions']").First.ClickAsync();

        Assert.Contains("bank=D021", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".revision-Changed").CountAsync());
    }

    [Fact]
    public async Task Scopes_APinnedTarget_LeadsToItsPage()
    {
        await using Visit visit = await site.VisitAsync("/scopes", "en");

        await visit.Page.Locator(".scopes a[href='/targets/M01.3']").First.ClickAsync();

        Assert.EndsWith("/targets/M01.3", visit.Page.Url, StringComparison.Ordinal);
    }
}
