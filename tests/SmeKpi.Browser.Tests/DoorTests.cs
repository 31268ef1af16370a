using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OtpNet;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access.Passwords;

namespace SmeKpi.Browser.Tests;

/// <summary>Signing in, in a real browser, where there is something to protect.</summary>
public sealed class DoorTests(Site site, DoorTests.RealSite real) : IClassFixture<DoorTests.RealSite>
{
    private const string Password = "Seven Grey Herons 7";

    [Fact]
    public async Task SetUpLink_FromConsoleToSecondFactor_WorksOnce()
    {
        await using RealSite empty = new();
        await empty.InitializeAsync();
        string path = (await empty.Get<LinkDesk>().IssueSetUpAsync(TestContext.Current.CancellationToken))!.Path;
        await using Visit visit = await VisitAsync(empty, path, "dark");
        IPage page = visit.Page;
        await AssertFaultlessAsync(page);

        await page.FillAsync("[name=Name]", "first");
        await page.FillAsync("[name=DisplayName]", "First Person");
        await FillNewPasswordAsync(page);
        Assert.EndsWith("/signin", page.Url, StringComparison.Ordinal);
        await AssertFaultlessAsync(page);
        await SignInAsync(page, "first");

        Assert.EndsWith("/account/second-factor", page.Url, StringComparison.Ordinal);
        await AssertFaultlessAsync(page);
        string key = await page.Locator("main code").InnerTextAsync();
        await SendCodeAsync(page, key, 0);
        Assert.EndsWith("/account", page.Url, StringComparison.Ordinal);
        await AssertFaultlessAsync(page);
        await page.GotoAsync("/account/password");
        await AssertFaultlessAsync(page);

        await page.Locator(".session-bar button").ClickAsync();
        await SignInAsync(page, "first");
        Assert.Contains("/signin/code", page.Url, StringComparison.Ordinal);
        await AssertFaultlessAsync(page);
        await SendCodeAsync(page, key, 1);
        Assert.EndsWith("/account", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(path);
        Assert.Equal(0, await page.Locator("main form").CountAsync());
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksTheAccount()
    {
        await real.JoinAsync("guessed");
        await using Visit visit = await VisitAsync(real, "/signin");
        IPage page = visit.Page;
        string? said = null;
        for (int at = 0; at < SignInBook.Tries; at++)
        {
            await SignInAsync(page, "guessed", $"wrong {at}");
            said = await page.Locator(".fault").InnerTextAsync();
        }

        await SignInAsync(page, "guessed");

        Assert.Equal(said, await page.Locator(".fault").InnerTextAsync());
        Assert.Contains("/signin", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disabled_OpenTab_LosesWhatItShowsWithinAMinute()
    {
        Account account = await real.JoinAsync("leaving");
        await using Visit visit = await VisitAsync(real, "/signin");
        IPage page = visit.Page;
        await SignInAsync(page, "leaving");
        Assert.EndsWith("/account", page.Url, StringComparison.Ordinal);

        await real.Get<AccountDesk>().DisableAsync(account.Id, Actor.Program, TestContext.Current.CancellationToken);

        await page.WaitForURLAsync("**/signin?back=*", new() { Timeout = 60_000 });
        await page.GoBackAsync();
        Assert.Contains("/signin", page.Url, StringComparison.Ordinal);
    }

    private Task<Visit> VisitAsync(RealSite at, string path, string theme = "light") =>
        site.VisitAsync(path, theme: theme, width: 360, height: 720, address: at.Address);

    private static async Task SignInAsync(IPage page, string name, string password = Password)
    {
        await page.FillAsync("[name=Name]", name);
        await page.FillAsync("[name=Password]", password);
        await page.ClickAsync("main button");
    }

    private static async Task FillNewPasswordAsync(IPage page)
    {
        await page.FillAsync("[name=Password]", Password);
        await page.FillAsync("[name=Repeated]", Password);
        await page.ClickAsync("main button");
    }

    /// <param name="ahead">Each code counts once, so the next one is given before its time.</param>
    private static async Task SendCodeAsync(IPage page, string key, int ahead)
    {
        Totp totp = new(Base32Encoding.ToBytes(key));
        await page.FillAsync("[name=Code]", totp.ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30 * ahead)));
        await page.ClickAsync("main button");
    }

    private static async Task AssertFaultlessAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(Axe.Options);
        Assert.Empty(result.Violations.Select(violation =>
            $"{page.Url} {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360, page.Url);
    }

    /// <summary>The program on a database of its own that is no demonstration.</summary>
    public sealed class RealSite : IAsyncLifetime
    {
        private readonly string _data = Directory.CreateTempSubdirectory("smekpi-door-").FullName;
        private readonly Application _application;

        public RealSite() => _application = new Application(_data);

        public string Address { get; private set; } = "";

        public ValueTask InitializeAsync()
        {
            _application.UseKestrel(0);
            _application.StartServer();
            Address = _application.ClientOptions.BaseAddress.ToString().TrimEnd('/');
            return ValueTask.CompletedTask;
        }

        public T Get<T>()
            where T : notnull => _application.Services.GetRequiredService<T>();

        /// <summary>Somebody who has followed the invitation.</summary>
        public async Task<Account> JoinAsync(string name)
        {
            AccountOutcome invited = await Get<AccountDesk>().InviteAsync(
                name, new AccountFacts(name, Role.Analyst, null, []), Actor.Program);
            return (await Get<LinkDesk>().AcceptAsync(
                invited.Link!.Secret, Get<PasswordDesk>().Hash(Password), null))!;
        }

        public async ValueTask DisposeAsync()
        {
            await _application.DisposeAsync();
            Directory.Delete(_data, recursive: true);
        }

        private sealed class Application(string data) : WebApplicationFactory<Program>
        {
            protected override void ConfigureWebHost(IWebHostBuilder builder) =>
                builder.UseSetting("data", data).UseSetting("no-seed", "true");
        }
    }
}
