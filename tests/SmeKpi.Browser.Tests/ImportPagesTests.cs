using System.Globalization;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>The list of files that arrived, page by page, and one of them.</summary>
public sealed class ImportPagesTests(Site site)
{
    [Fact]
    public async Task Imports_MoreThanAPageHolds_AreReachedByLinks()
    {
        await using Visit visit = await site.VisitAsync("/imports", "en");
        IPage page = visit.Page;
        IReadOnlyList<string> first = await page.Locator("tbody th a").AllInnerTextsAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Older" }).First.ClickAsync();

        Assert.Equal(50, first.Count);
        Assert.EndsWith("/imports?page=2", page.Url, StringComparison.Ordinal);
        Assert.Equal(50, await page.Locator("tbody th a").CountAsync());
        Assert.NotEqual(first[0], await page.Locator("tbody th a").First.InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Newer" }).First.ClickAsync();
        Assert.EndsWith("/imports", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9999")]
    [InlineData("two")]
    public async Task Imports_PageThatDoesNotExist_ShowsTheNearest(string page)
    {
        await using Visit visit = await site.VisitAsync($"/imports?page={page}");

        Assert.InRange(await visit.Page.Locator("tbody th a").CountAsync(), 1, 50);
    }

    [Fact]
    public async Task Imports_FileRefusedInTheDropFolder_StandsInTheListWithItsReasons()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"return-{Guid.NewGuid():N}.csv");
        string file = Path.Combine(site.DropFolder, name);
        Directory.CreateDirectory(site.DropFolder);
        await File.WriteAllTextAsync(file, "no,return\n1,2\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(50));
        await using Visit visit = await site.VisitAsync("/imports", "en");
        IPage page = visit.Page;

        // The folder is looked into every few seconds.
        await page.EvaluateAsync(
            """
            async name => {
              for (let look = 0; look < 60; look++) {
                if ((await (await fetch('/imports')).text()).includes(name)) return;
                await new Promise(again => setTimeout(again, 500));
              }
            }
            """,
            name);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

        Assert.Equal("Refused", await page.Locator(".page-title .outcome").InnerTextAsync());
        Assert.NotEqual(0, await page.Locator("section[aria-labelledby=findings-title] tbody tr").CountAsync());
    }
}
