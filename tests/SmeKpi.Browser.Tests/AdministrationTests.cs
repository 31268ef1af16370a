using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SmeKpi.Core.Access;
using SmeKpi.Storage;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Browser.Tests;

/// <summary>Administration of accounts where there is something to protect, with both people in the room.</summary>
public sealed class AdministrationTests(Site site, DoorTests.RealSite real) : IClassFixture<DoorTests.RealSite>
{
    private const string Password = "Seven Grey Herons 7";

    [Fact]
    public async Task Invited_ChoosesAPasswordSignsInAndLosesTheOpenPageWhenDisabled()
    {
        await using Visit chief = await OfficeAsync("chief");
        IPage office = chief.Page;
        string link = await InviteAsync(office, "second.chief");

        await using Visit guest = await site.VisitAsync("/signin", "en", address: real.Address);
        IPage page = guest.Page;
        await page.GotoAsync(link);
        await page.FillAsync("[name=Password]", Password);
        await page.FillAsync("[name=Repeated]", Password);
        await page.ClickAsync("main button");
        await page.FillAsync("[name=Name]", "second.chief");
        await page.FillAsync("[name=Password]", Password);
        await page.ClickAsync("main button");
        Assert.EndsWith("/account", page.Url, StringComparison.Ordinal);

        await office.Locator(".after-link a").ClickAsync();
        await StandsAsync(office);
        await office.GetByRole(AriaRole.Button, new() { Name = "Disable account" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Assertions.Expect(office.Locator(".state-Disabled")).ToBeVisibleAsync();
        await page.WaitForURLAsync("**/signin?back=*", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Disabled_OpenPageOfAdministration_IsGoneWithinAMinute()
    {
        await using Visit kept = await OfficeAsync("keeper");
        await using Visit lost = await OfficeAsync("loser");
        AccountDesk desk = real.Get<AccountDesk>();
        Account loser = (await desk.FindAsync("loser", TestContext.Current.CancellationToken))!;

        await desk.DisableAsync(loser.Id, Actor.Program, TestContext.Current.CancellationToken);

        await lost.Page.WaitForURLAsync("**/signin?back=*", new() { Timeout = 60_000 });
        Assert.Equal(0, await lost.Page.Locator(".work-form").CountAsync());
        Assert.Equal("/admin/accounts/new", new Uri(kept.Page.Url).AbsolutePath);
    }

    /// <summary>The page of inviting, open for a security administrator who was confirmed by a code.</summary>
    private async Task<Visit> OfficeAsync(string name)
    {
        Account account = await JoinAsync(name);
        string key = Guid.NewGuid().ToString("N");
        await using SmeKpiContext context = await real.Get<IDbContextFactory<SmeKpiContext>>().CreateDbContextAsync();
        long now = TimeProvider.System.GetUtcNow().UtcTicks;
        context.Add(new SessionRow
        {
            KeyHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))),
            AccountId = account.Id,
            Method = SessionStart.Password,
            HasSecondFactor = true,
            CreatedTicks = now,
            LastSeenTicks = now,
        });
        await context.SaveChangesAsync();
        Visit visit = await site.VisitAsync("/signin", "en", address: real.Address);
        await visit.Context.AddCookiesAsync([new Cookie { Name = "smekpi-session", Value = key, Url = real.Address }]);
        await visit.Page.GotoAsync($"{real.Address}/admin/accounts/new");
        await StandsAsync(visit.Page);
        return visit;
    }

    private async Task<Account> JoinAsync(string name)
    {
        AccountOutcome invited = await real.Get<AccountDesk>().InviteAsync(
            name, new AccountFacts(name, Role.SecurityAdministrator, null, []), Actor.Program);
        string hash = real.Get<SmeKpi.Web.Access.Passwords.PasswordDesk>().Hash(Password);
        return (await real.Get<LinkDesk>().AcceptAsync(invited.Link!.Secret, hash, null))!;
    }

    private static async Task<string> InviteAsync(IPage page, string name)
    {
        await page.FillAsync("input[name=name]", name);
        await page.FillAsync("input[name=display-name]", "Second");
        await page.SelectOptionAsync("select[name=role]", "analyst");
        await page.ClickAsync(".work-form button[type=submit]");
        return await page.Locator("input[name=link]").InputValueAsync();
    }

    private static Task StandsAsync(IPage page) => page.Locator("[data-interactive=true]").WaitForAsync();
}
