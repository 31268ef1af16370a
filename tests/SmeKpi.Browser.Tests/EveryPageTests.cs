using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>What holds for every page, on a desk and on a phone, in either theme and language.</summary>
/// <remarks>A folder named by SMEKPI_SCREENSHOTS receives what the pages look like, for a person to see.</remarks>
public sealed class EveryPageTests(Site site)
{
    private const int Desk = 1280;
    private const int Phone = 360;

    private static readonly string? s_folder = Environment.GetEnvironmentVariable("SMEKPI_SCREENSHOTS");

    /// <summary>Every page once in light Chinese and once in dark English; the overview in the other two pairs too.</summary>
    public static TheoryData<string, string, string> Views
    {
        get
        {
            TheoryData<string, string, string> data = [];
            foreach (string path in SitePages.All)
            {
                data.Add(path, "light", "zh-CN");
                data.Add(path, "dark", "en");
            }

            data.Add(SitePages.All[0], "light", "en");
            data.Add(SitePages.All[0], "dark", "zh-CN");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_OnADeskAndOnAPhone_HasNoFault(string path, string theme, string language)
    {
        List<string> requests = [];
        await using Visit visit = await site.VisitAsync(
            path, language, theme, Desk, arriving: page => page.Request += (_, request) => requests.Add(request.Url));
        IPage page = visit.Page;

        int scripts = await page.Locator("script").CountAsync();
        AxeResult result = await page.RunAxe(Axe.Options);
        await DrawAsync(page, path, theme, language, Desk);
        await page.SetViewportSizeAsync(Phone, 720);
        await DrawAsync(page, path, theme, language, Phone);

        Assert.Empty(result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}; {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= Phone);
        Assert.Equal(0, scripts);
        Assert.NotEmpty(requests);
        Assert.All(requests, url => Assert.StartsWith(site.Address, url, StringComparison.Ordinal));
    }

    private static async Task DrawAsync(IPage page, string path, string theme, string language, int width)
    {
        if (s_folder is not null)
        {
            string name = string.Concat(path.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')).Trim('-');
            await page.ScreenshotAsync(new()
            {
                Path = System.IO.Path.Combine(s_folder, $"{name}-{language}-{theme}-{width}.png"),
                FullPage = true,
            });
        }
    }
}
