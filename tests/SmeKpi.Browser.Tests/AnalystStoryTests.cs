using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>
/// An analyst takes all loans of June 2025 apart down to a cell, sees what a correction changed, keeps a view and shares it;
/// somebody else opens it and takes it along whole.
/// </summary>
public sealed class AnalystStoryTests(Site site)
{
    private const string Question = "/explore?indicator=loans.all.balance&from=2025-05&to=2025-06&bank=all&rows=bank&columns=month";

    [Theory]
    [InlineData("zh-CN", "light", 1280, "六月贷款")]
    [InlineData("en", "dark", 360, "Loans of June")]
    public async Task Figure_FromTheTotalToTheCellAndIntoAFile_IsWalkedByTwoPeople(
        string language, string theme, int width, string name)
    {
        await using Visit analyst = await site.VisitAsync(
            "/explore?indicator=loans.all.balance&from=2025-06&to=2025-06", language, theme, width);
        IPage page = analyst.Page;
        await CheckAsync(page);
        await TakeApartAsync(page);
        await CompareAsync(page);

        await page.GotoAsync(Question);
        string[] seen = await CellsAsync(page);
        await page.Locator("form.door-form input[name=name]").FillAsync(name);
        await page.Locator("form.door-form input[name=shared]").CheckAsync();
        await page.Locator("form.door-form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();

        await using Visit regulator = await site.VisitAsync("/explore", language, theme, width, role: "regulator");
        await regulator.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Assertions.Expect(regulator.Page.Locator(".explorer-grid tbody [data-figure]")).ToHaveTextAsync(seen);
        Assert.Equal(seen, await CellsAsync(regulator.Page));
        await CheckAsync(regulator.Page);
        await ReadAgainAsync(regulator.Page, seen.Length);
    }

    /// <summary>Total → its parts → the cell in the file, with what stands around it.</summary>
    private static async Task TakeApartAsync(IPage page)
    {
        await page.Locator(".explorer-grid tbody [data-figure=city] a").First.ClickAsync();
        // The address changes at once, the page when it has come.
        await page.WaitForURLAsync("**/figures/loans.all.balance**");
        await page.Locator("#parts-title").WaitForAsync();
        await CheckAsync(page);
        ILocator part = page.Locator("section[aria-labelledby=parts-title] tbody [data-figure=city]").First;
        string? value = await part.GetAttributeAsync("data-value");
        await part.Locator("a").ClickAsync();
        await page.WaitForURLAsync("**/cells/*");
        await page.Locator(".window-cell").WaitForAsync();
        await CheckAsync(page);

        Assert.Equal(value, await page.Locator("[data-figure=here]").First.GetAttributeAsync("data-value"));
        await Assertions.Expect(page.Locator(".window-cell")).ToHaveCountAsync(1);
    }

    /// <summary>The correction of 5 August 2025 moved June, and its file is named.</summary>
    private static async Task CompareAsync(IPage page)
    {
        await page.GotoAsync("/compare?month=2025-06&with=2025-08-01&asOf=2025-08-10");
        await CheckAsync(page);

        Assert.NotEqual(0, await page.Locator("section[aria-labelledby=compare-readings] tr.ruling").CountAsync());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2025-06-D021.csv");
    }

    private static async Task ReadAgainAsync(IPage page, int cells)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(
            () => page.Locator("a[href^='/export/explore'][href$='format=csv']").ClickAsync());
        string[] lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        string[] heads = lines[0].TrimStart('\uFEFF').Split(',');
        int value = Array.IndexOf(heads, "value");
        decimal[] values =
        [
            .. lines[1..].Select(line => line.Split(',')[value]).Where(text => text.Length > 0)
                .Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)),
        ];

        Assert.Equal(cells, values.Length);
        Assert.All(values, each => Assert.True(each > 0m));
    }

    /// <summary>What each cell with a value shows, in the order of the page.</summary>
    private static async Task<string[]> CellsAsync(IPage page) =>
        [.. await page.Locator(".explorer-grid tbody [data-figure]").AllTextContentsAsync()];

    private static async Task CheckAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(Axe.Options);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}; {violation.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
    }
}
