using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Tests.Accounts;

public sealed class AccountDeskTests
{
    [Theory, EveryDatabase]
    public async Task Invite_NewName_MakesAnAccountWithoutPasswordAndALink(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);

        AccountOutcome outcome = await bench.InviteAsync("wang.li");

        Assert.Empty(outcome.Refusals);
        Assert.Equal("wang.li", outcome.Account!.Name);
        Assert.False(outcome.Account.HasPassword);
        Assert.Equal(LinkPurpose.Invitation, outcome.Link!.Purpose);
        Assert.Equal(bench.Clock.GetUtcNow().AddHours(72), outcome.Link.Expires);
        AuditRow entry = Assert.Single(await bench.AuditAsync());
        Assert.Equal(("account", "security", "wang.li"), (entry.Action, entry.Actor, entry.Target));
        Assert.DoesNotContain(outcome.Link.Secret, entry.Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Invite_NameInAnotherCaseOrWidth_IsTaken(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        await bench.InviteAsync("wang.li");

        Assert.Equal([AccountRefusal.NameIsTaken], (await bench.InviteAsync("Wang.LI")).Refusals);
        Assert.Equal([AccountRefusal.NameIsTaken], (await bench.InviteAsync("\uff57ang.li")).Refusals);
        Assert.NotNull(await bench.Accounts.FindAsync("WANG.LI"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a b")]
    [InlineData("a\u200bb")]
    [InlineData("<script>")]
    [InlineData("SmeKpi")]
    public async Task Invite_UnfitName_IsRefused(string name)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);

        Assert.Equal([AccountRefusal.NameIsUnfit], (await bench.InviteAsync(name)).Refusals);
        Assert.Empty(await bench.Accounts.ListAsync());
    }

    [Theory]
    [InlineData(Role.BankReporter, null, AccountRefusal.BankDoesNotFitRole)]
    [InlineData(Role.Analyst, "B001", AccountRefusal.BankDoesNotFitRole)]
    [InlineData(Role.BankSigner, "B001", AccountRefusal.BankIsUnknown)]
    public async Task Invite_BankThatDoesNotFit_IsRefused(Role role, string? bank, AccountRefusal expected)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);

        AccountOutcome outcome = await bench.Accounts.InviteAsync(
            "someone", new AccountFacts("S", role, bank, []), AccountBench.Administrator);

        Assert.Contains(expected, outcome.Refusals);
    }

    [Theory, EveryDatabase]
    public async Task Change_OlderVersion_IsRefused(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account shown = (await bench.InviteAsync("wang.li")).Account!;
        AccountOutcome first = await bench.Accounts.ChangeAsync(
            shown.Id, AccountBench.Facts(Role.Leader), shown.Version, AccountBench.Administrator);

        AccountOutcome second = await bench.Accounts.ChangeAsync(
            shown.Id, AccountBench.Facts(Role.Regulator), shown.Version, AccountBench.Administrator);

        Assert.True(first.IsDone);
        Assert.Equal([AccountRefusal.Changed], second.Refusals);
        Assert.Equal(Role.Leader, (await bench.Accounts.FindAsync(shown.Id))!.Facts.Role);
    }

    [Theory, EveryDatabase]
    public async Task Change_NameOfThePersonOnly_IsRecordedAndEndsNoSession(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = await bench.JoinAsync("wang.li");
        StoredSession session = await bench.SignInAsync("wang.li");
        account = (await bench.Accounts.FindAsync(account.Id))!;

        AccountOutcome outcome = await bench.Accounts.ChangeAsync(
            account.Id, account.Facts with { DisplayName = "Wang Li (new)" }, account.Version, AccountBench.Administrator);

        Assert.True(outcome.IsDone);
        AuditRow entry = (await bench.AuditAsync())[^1];
        Assert.Contains("called A Person -> ", entry.Detail, StringComparison.Ordinal);
        Assert.EndsWith("called Wang Li (new)", entry.Detail, StringComparison.Ordinal);
        Assert.Null((await bench.Sessions.FindAsync(session.Id))!.Ended);
    }

    [Theory, EveryDatabase]
    public async Task Disable_LastSecurityAdministratorOrOneself_IsRefused(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account only = (await bench.InviteAsync("first", Role.SecurityAdministrator)).Account!;
        Actor self = new("first", null, null);

        Assert.Equal(
            [AccountRefusal.LastSecurityAdministrator],
            (await bench.Accounts.DisableAsync(only.Id, AccountBench.Administrator)).Refusals);
        Assert.Equal([AccountRefusal.OwnAccount], (await bench.Accounts.DisableAsync(only.Id, self)).Refusals);
        Assert.False((await bench.Accounts.FindAsync(only.Id))!.IsDisabled);
    }

    [Theory, EveryDatabase]
    public async Task Disable_AuditCannotBeWritten_ChangesNothing(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = (await bench.InviteAsync("wang.li")).Account!;
        await bench.BreakAuditAsync();

        await Assert.ThrowsAsync<AuditException>(
            () => bench.Accounts.DisableAsync(account.Id, AccountBench.Administrator));

        Assert.False((await bench.Accounts.FindAsync(account.Id))!.IsDisabled);
    }
}
