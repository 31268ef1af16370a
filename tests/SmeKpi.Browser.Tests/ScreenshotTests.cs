using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>Draws every page for a person to look at; the files go to a folder outside the repository.</summary>
public sealed class ScreenshotTests(Site site)
{
    private static readonly string s_folder =
        Environment.GetEnvironmentVariable("SMEKPI_SCREENSHOTS") ?? Path.Combine(Path.GetTempPath(), "smekpi-screenshots");

    [Theory]
    [InlineData("overview", "/?month=2025-06", "zh-CN", "light", 1280)]
    [InlineData("overview", "/?month=2025-06", "en", "dark", 1280)]
    [InlineData("overview", "/?month=2025-06", "zh-CN", "light", 360)]
    [InlineData("overview-no-target", "/?month=2026-02", "zh-CN", "light", 1600)]
    [InlineData("target-m01-1", "/targets/M01.1?month=2025-06", "zh-CN", "light", 1280)]
    [InlineData("target-m01-1", "/targets/M01.1?month=2025-06", "en", "light", 360)]
    [InlineData("target-m08-1", "/targets/M08.1?month=2025-09", "en", "dark", 1280)]
    [InlineData("target-m01-3", "/targets/M01.3?month=2025-09", "zh-CN", "dark", 1280)]
    [InlineData("target-m10-1", "/targets/M10.1?month=2025-09", "zh-CN", "light", 1280)]
    [InlineData("measures", "/measures", "zh-CN", "light", 1280)]
    [InlineData("measures", "/measures", "en", "dark", 360)]
    [InlineData("measure-1", "/measures/1?month=2025-06", "zh-CN", "light", 1280)]
    [InlineData("imports", "/imports", "en", "light", 1280)]
    [InlineData("import-1", "/imports/1", "zh-CN", "light", 1280)]
    [InlineData("not-found", "/targets/M99.9", "zh-CN", "dark", 1280)]
    public async Task Page_Drawn_HasAHeading(string name, string path, string language, string theme, int width)
    {
        await using Visit visit = await site.VisitAsync(path, language, theme, width);
        IPage page = visit.Page;

        Directory.CreateDirectory(s_folder);
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(s_folder, $"{name}-{language}-{theme}-{width}.png"),
            FullPage = true,
        });

        Assert.Equal(1, await page.Locator("h1").CountAsync());
    }
}
