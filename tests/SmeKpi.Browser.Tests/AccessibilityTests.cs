using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>axe finds nothing on any page, in either theme.</summary>
public sealed class AccessibilityTests(Site site)
{
    [Theory]
    [MemberData(nameof(PagesAndThemes))]
    public async Task Page_InATheme_HasNoViolation(string path, string theme)
    {
        await using Visit visit = await site.VisitAsync(path, theme == "light" ? "zh-CN" : "en", theme);
        IPage page = visit.Page;

        AxeResult result = await page.RunAxe();

        Assert.Empty(result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}; {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }

    public static TheoryData<string, string> PagesAndThemes
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string path in SitePages.All)
            {
                data.Add(path, "light");
                data.Add(path, "dark");
            }

            return data;
        }
    }
}
