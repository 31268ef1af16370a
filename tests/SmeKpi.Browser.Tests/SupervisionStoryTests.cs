using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>A case from the regulator's notice over the bank's two people to its closure, in both languages.</summary>
/// <remarks>A folder named by SMEKPI_SCREENSHOTS receives what the pages look like, for a person to see.</remarks>
public sealed class SupervisionStoryTests(Site site)
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("SMEKPI_SCREENSHOTS");

    [Theory]
    [InlineData("zh-CN", "light", 1280, "办结", "已商定措施")]
    [InlineData("en", "dark", 360, "closed", "measures agreed")]
    public async Task Case_FromNoticeToClosure_IsWalkedByThreePeople(
        string language, string theme, int width, string closed, string finding)
    {
        await using Visit regulator = await site.VisitAsync(
            "/calendar?asOf=2025-12-20", language, theme, width, role: "regulator");
        IPage page = regulator.Page;
        await FindAsync(page, language);
        // The bank whose people the demonstration lets anybody be.
        await page.GotoAsync("/cases/new?bank=D001&test=npl-gap&month=2025-12");
        await CheckAsync(page, $"new-{language}");
        await page.Locator("section:has(#case-new) button").ClickAsync();
        // The address changes at once, the page when it has come.
        await page.WaitForURLAsync(url => !url.Contains("/cases/new", StringComparison.Ordinal));
        await page.Locator("form:has(input[name=_handler][value=send])").WaitForAsync();
        string address = new Uri(page.Url).AbsolutePath;
        await CheckAsync(page, $"draft-{language}");
        await SubmitAsync(page, "send");
        await Assertions.Expect(page.Locator(".case-notice .facts")).ToContainTextAsync("demo:regulator");
        Assert.Equal(1, await PrintedPage.CountAsync(page, $"notice-{language}"));

        await using Visit reporter = await site.VisitAsync(address, language, theme, width, role: "bank-reporter");
        await reporter.Page.Locator("form:has(input[value=draft]) textarea").FillAsync("已制定化解方案，二季度末完成。");
        await CheckAsync(reporter.Page, $"reply-{language}");
        await SubmitAsync(reporter.Page, "draft");
        await Assertions.Expect(reporter.Page.Locator(".case-history")).ToContainTextAsync("二季度末");
        Assert.Equal(0, await reporter.Page.Locator("form:has(input[value=reply])").CountAsync());

        await using Visit signer = await site.VisitAsync(address, language, theme, width, role: "bank-signer");
        await CheckAsync(signer.Page, $"sign-{language}");
        await SubmitAsync(signer.Page, "reply");
        await Assertions.Expect(signer.Page.Locator("form:has(input[value=reply])")).ToHaveCountAsync(0);

        await page.GotoAsync(address);
        await CheckAsync(page, $"decide-{language}");
        await page.Locator("form:has(input[value=close]) input[value=measures-agreed]").CheckAsync();
        await page.Locator("form:has(input[value=close]) textarea").FillAsync("方案可行，按季跟踪。");
        await SubmitAsync(page, "close");
        await Assertions.Expect(page.Locator(".page-title")).ToContainTextAsync(closed);
        await Assertions.Expect(page.Locator(".case-history")).ToContainTextAsync(finding);
        await CheckAsync(page, $"closed-{language}");
        await page.GotoAsync("/cases");
        await Assertions.Expect(page.Locator($"tr:has(a[href='{address}'])")).ToContainTextAsync(finding);
        await CheckAsync(page, $"list-{language}");
    }

    /// <summary>From who is late and who failed to the notice that is already written.</summary>
    private static async Task FindAsync(IPage page, string language)
    {
        Assert.NotEqual(0, await page.Locator("section[aria-labelledby=overdue-title] tbody tr").CountAsync());
        await page.GotoAsync("/banks?month=2025-12&failed=1");
        await CheckAsync(page, $"failed-{language}");
        await page.Locator(".test-matrix tbody th a").First.ClickAsync();
        await page.WaitForURLAsync("**/banks/D*");
        await page.Locator(".notice-words").First.WaitForAsync();
        await CheckAsync(page, $"bank-{language}");
        await page.Locator(".notice-words a").First.ClickAsync();
        await page.WaitForURLAsync("**/cases/new?bank=D*");
        await page.Locator("#case-new").WaitForAsync();
        await CheckAsync(page, $"offer-{language}");
        Assert.NotEqual("", await page.Locator("section:has(#case-new) textarea").InputValueAsync());
    }

    private static Task SubmitAsync(IPage page, string act) =>
        page.Locator($"form:has(input[name=_handler][value={act}]) button").ClickAsync();

    private static async Task CheckAsync(IPage page, string name)
    {
        if (s_folder is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(s_folder, $"case-{name}.png"), FullPage = true });
        }

        AxeResult result = await page.RunAxe(Axe.Options);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}; {violation.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
    }
}
