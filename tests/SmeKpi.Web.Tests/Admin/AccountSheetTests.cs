using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Rows;
using SmeKpi.Web.Access;
using SmeKpi.Web.Components.Admin;
using SmeKpi.Web.Components.Layout;
using SmeKpi.Web.Tests.Support;
using TestContext = Xunit.TestContext;

namespace SmeKpi.Web.Tests.Admin;

public sealed class AccountSheetTests(SeededDatabase seeded) : AdminContext(seeded)
{
    [Fact]
    public async Task Disable_Confirmed_DisablesAndSaysSo()
    {
        Account account = await InviteAsync("wang.li");
        IRenderedComponent<WorkFrame> page = await DrawAsync(account);

        Press(page, "Disable account");
        Assert.False((await FindAsync(account)).IsDisabled);
        Confirm(page);

        page.WaitForAssertion(() => Assert.Equal("The account is disabled.", page.Find(".done").TextContent));
        Assert.True((await FindAsync(account)).IsDisabled);
        Assert.Single(page.FindAll(".state-Disabled"));
        Assert.Contains(await AuditAsync(), entry => entry is { Actor: "chief", Target: "wang.li", Detail: "disabled" });
    }

    [Fact]
    public async Task Reset_Confirmed_ShowsALink()
    {
        IRenderedComponent<WorkFrame> page = await DrawAsync(await InviteAsync("wang.li"));

        Press(page, "Reset password and second factor");
        Confirm(page);

        Assert.Contains("secret=", page.WaitForElement("input[name=link]").GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OwnAccount_OffersNoAct()
    {
        IRenderedComponent<WorkFrame> page = await DrawAsync(await InviteAsync("chief", Role.SecurityAdministrator));

        Assert.Empty(page.FindAll("form, button"));
        Assert.Contains("Nobody changes, disables or resets their own account", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disable_LastSecurityAdministrator_IsRefusedInWords()
    {
        Account last = await InviteAsync("last", Role.SecurityAdministrator);
        IRenderedComponent<WorkFrame> page = await DrawAsync(last);

        Press(page, "Disable account");
        Confirm(page);

        Assert.Contains(
            "the last enabled security administrator", page.WaitForElement(".refusals").TextContent, StringComparison.Ordinal);
        Assert.False((await FindAsync(last)).IsDisabled);
    }

    [Fact]
    public async Task Save_AnotherRole_ChangesTheAccount()
    {
        Account account = await InviteAsync("wang.li");
        IRenderedComponent<WorkFrame> page = await DrawAsync(account);

        page.Find("select[name=role]").Change("regulator");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("The changes are saved.", page.Find(".done").TextContent));
        Assert.Equal(Role.Regulator, (await FindAsync(account)).Facts.Role);
        AuditRow entry = (await AuditAsync())[^1];
        Assert.StartsWith("changed: role analyst", entry.Detail, StringComparison.Ordinal);
        Assert.Contains("-> role regulator", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_SomebodyElseWasFaster_IsRefusedInWords()
    {
        Account account = await InviteAsync("wang.li");
        IRenderedComponent<WorkFrame> page = await DrawAsync(account);
        await Desk.ChangeAsync(
            account.Id, account.Facts with { Role = Role.Leader }, account.Version, Program, TestContext.Current.CancellationToken);

        page.Find("select[name=role]").Change("regulator");
        await page.Find("form").SubmitAsync();

        Assert.Contains("Somebody else", page.WaitForElement(".refusals").TextContent, StringComparison.Ordinal);
        Assert.Equal(Role.Leader, (await FindAsync(account)).Facts.Role);
    }

    [Theory]
    [InlineData("Disable account")]
    [InlineData("Reset password and second factor")]
    [InlineData("End all sessions")]
    public async Task Act_RightTakenAwayMeanwhile_IsRefusedAndRecorded(string act)
    {
        Account account = await InviteAsync("wang.li");
        IRenderedComponent<WorkFrame> page = await DrawAsync(account);

        Look(Role.Analyst);
        Press(page, act);
        Confirm(page);

        page.WaitForAssertion(() => Assert.StartsWith(
            "You have no right to do this now", page.Find("section[role=alert] > p").TextContent, StringComparison.Ordinal));
        AccountAdministration administration = Services.GetRequiredService<AccountAdministration>();
        await Assert.ThrowsAsync<DeniedException>(() => administration.DisableAsync(account));
        Assert.Equal(account, await FindAsync(account) with { Facts = account.Facts });
        AuditRow[] denied = [.. (await AuditAsync()).Where(entry => entry.Action == "denied")];
        Assert.Equal(2, denied.Length);
        Assert.All(denied, entry => Assert.Equal(("wang.li", "accounts.manage"), (entry.Target, entry.Detail)));
    }

    [Fact]
    public async Task Question_Cancelled_DoesNothing()
    {
        Account account = await InviteAsync("wang.li");
        IRenderedComponent<WorkFrame> page = await DrawAsync(account);

        Press(page, "Disable account");
        Press(page, "Cancel");

        Assert.Empty(page.FindAll(".question"));
        Assert.False((await FindAsync(account)).IsDisabled);
    }

    [Fact]
    public async Task Sheet_WithoutTheRight_ReadsNothing()
    {
        Account account = await InviteAsync("wang.li");
        Look(Role.SystemAdministrator);

        IRenderedComponent<WorkFrame> page = await DrawAsync(account);

        Assert.DoesNotContain("wang.li", page.Markup, StringComparison.Ordinal);
        Assert.Equal("denied", (await AuditAsync())[^1].Action);
    }

    private async Task<Account> FindAsync(Account account) =>
        (await Desk.FindAsync(account.Id, TestContext.Current.CancellationToken))!;

    private async Task<IRenderedComponent<WorkFrame>> DrawAsync(Account account)
    {
        IRenderedComponent<WorkFrame> page = Render<WorkFrame>(frame => frame.AddChildContent<AccountSheet>(
            sheet => sheet.Add(each => each.Id, account.Id)));
        await page.WaitForStateAsync(() => page.FindAll("dl, [role=alert]").Count > 0);
        return page;
    }

    private static void Press(IRenderedComponent<IComponent> page, string words) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == words).Click();
}
