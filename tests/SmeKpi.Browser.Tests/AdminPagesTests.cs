using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>Administration of accounts in a demonstration: how the pages look, and work from the keyboard.</summary>
/// <remarks>A folder named by SMEKPI_SCREENSHOTS receives what the pages look like, for a person to see.</remarks>
public sealed class AdminPagesTests(Site site)
{
    private const string Administrator = "security-administrator";

    private static readonly string? s_folder = Environment.GetEnvironmentVariable("SMEKPI_SCREENSHOTS");

    [Theory]
    [InlineData("light", "zh-CN")]
    [InlineData("dark", "en")]
    [InlineData("light", "en")]
    [InlineData("dark", "zh-CN")]
    public async Task Pages_OnADeskAndOnAPhone_HaveNoFault(string theme, string language)
    {
        List<string> requests = [];
        List<string> errors = [];
        await using Visit visit = await site.VisitAsync(
            "/admin/accounts/new", language, theme, role: Administrator, arriving: page => Listen(page, requests, errors));
        IPage page = visit.Page;

        await InviteAsync(page, NewName(), "bank-signer", beforeSending: () => CheckAsync(page, $"invite-{language}-{theme}"));
        await CheckAsync(page, $"link-{language}-{theme}");
        await page.Locator(".after-link a").ClickAsync();
        await StandsAsync(page);
        await CheckAsync(page, $"account-{language}-{theme}");
        await page.Locator(".acts button").Last.ClickAsync();
        await page.Locator(".question").WaitForAsync();
        await CheckAsync(page, $"question-{language}-{theme}");
        await page.GotoAsync("/admin/accounts");
        await StandsAsync(page);
        await CheckAsync(page, $"accounts-{language}-{theme}");

        Assert.Empty(errors);
        Assert.NotEmpty(requests);
        Assert.All(requests, url => Assert.StartsWith(site.Address, url.Replace("ws:", "http:", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accounts_InvitedChangedAndDisabled_AreFoundAsTheyAre()
    {
        string name = NewName();
        await using Visit visit = await site.VisitAsync("/admin/accounts/new", "en", role: Administrator);
        IPage page = visit.Page;

        string link = await InviteAsync(page, name, "analyst");
        Assert.StartsWith($"{site.Address}/welcome?secret=", link, StringComparison.Ordinal);
        await page.Locator(".after-link a").ClickAsync();
        await StandsAsync(page);
        await page.Locator("select[name=role]").SelectOptionAsync("regulator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToHaveTextAsync("The changes are saved.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Disable account" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Assertions.Expect(page.Locator(".state-Disabled")).ToBeVisibleAsync();

        await page.GotoAsync("/admin/accounts");
        await StandsAsync(page);
        await page.Locator("input[type=search]").FillAsync($"{name} disabled");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("tbody tr")).ToContainTextAsync("Regulator");
        await page.Locator("input[type=search]").FillAsync("nobody at all");
        await Assertions.Expect(page.GetByText("No account fits the search")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Account_KeyboardAlone_AsksAndTakesNoForAnAnswer()
    {
        await using Visit visit = await site.VisitAsync("/admin/accounts/new", "en", role: Administrator);
        IPage page = visit.Page;
        await InviteAsync(page, NewName(), "leader");
        await page.Locator(".after-link a").ClickAsync();
        await StandsAsync(page);

        ILocator disable = page.GetByRole(AriaRole.Button, new() { Name = "Disable account" });
        await disable.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".question button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator(".question")).ToHaveCountAsync(0);
        await Assertions.Expect(disable).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Accounts_AnotherRole_IsRefusedWithoutAConnection()
    {
        List<string> sockets = [];
        await using Visit visit = await site.VisitAsync(
            "/admin/accounts", "en", role: "system-administrator",
            arriving: page => page.WebSocket += (_, socket) => sockets.Add(socket.Url));

        Assert.Equal("/admin/accounts", new Uri(visit.Page.Url).AbsolutePath);
        Assert.Equal(0, await visit.Page.Locator(".accounts, script").CountAsync());
        Assert.Empty(sockets);
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        AxeResult result = await page.RunAxe(Axe.Options);
        foreach (int width in (int[])[1280, 360])
        {
            await page.SetViewportSizeAsync(width, 800);
            if (s_folder is not null)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(s_folder, $"admin-{name}-{width}.png"), FullPage = true });
            }
        }

        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360, name);
        await page.SetViewportSizeAsync(1280, 900);
        Assert.Empty(result.Violations.Select(violation =>
            $"{name} {violation.Id}: {violation.Help}; {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
    }

    private static async Task<string> InviteAsync(IPage page, string name, string role, Func<Task>? beforeSending = null)
    {
        await StandsAsync(page);
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=display-name]").FillAsync("\u738b\u4e3d");
        await page.Locator("select[name=role]").SelectOptionAsync(role);
        if (role.StartsWith("bank-", StringComparison.Ordinal))
        {
            await page.Locator("select[name=bank]").SelectOptionAsync("D001");
        }

        await page.Locator("input[name=county]").First.CheckAsync();
        await (beforeSending?.Invoke() ?? Task.CompletedTask);
        await page.Locator(".work-form button[type=submit]").ClickAsync();
        return await page.Locator("input[name=link]").InputValueAsync();
    }

    /// <summary>Waits until the page has its connection.</summary>
    private static Task StandsAsync(IPage page) => page.Locator("[data-interactive=true]").WaitForAsync();

    private static void Listen(IPage page, List<string> requests, List<string> errors)
    {
        page.Request += (_, request) => requests.Add(request.Url);
        page.WebSocket += (_, socket) => requests.Add(socket.Url);
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
    }

    private static string NewName() => $"person-{Guid.NewGuid():N}"[..20];
}
