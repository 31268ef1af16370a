using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;

namespace SmeKpi.Storage.Tests.Accounts;

public sealed class LinkDeskTests
{
    [Theory, EveryDatabase]
    public async Task SetUp_LinkOfThisStart_MakesTheFirstAccountOnce(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        IssuedLink older = (await bench.Links.IssueSetUpAsync())!;
        IssuedLink link = (await bench.Links.IssueSetUpAsync())!;

        Assert.Null(await bench.Links.FindAsync(older.Secret));
        Account? first = await bench.Links.SetUpAsync(link.Secret, "first", "First", AccountBench.Hash, null);
        Account? second = await bench.Links.SetUpAsync(link.Secret, "second", "Second", AccountBench.Hash, null);

        Assert.Equal(Role.SecurityAdministrator, first!.Facts.Role);
        Assert.Null(second);
        Assert.Null(await bench.Links.IssueSetUpAsync());
        Assert.Single(await bench.Accounts.ListAsync());
    }

    [Theory, EveryDatabase]
    public async Task SetUp_ManyAtOnce_MakesOneAccount(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        IssuedLink link = (await bench.Links.IssueSetUpAsync())!;

        Account?[] made = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(
            () => bench.Links.SetUpAsync(link.Secret, $"first{at}", "First", AccountBench.Hash, null))));

        Assert.Single(made, account => account is not null);
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(23, true)]
    public async Task SetUp_AfterHours_WorksWithinADay(int hours, bool works)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        IssuedLink link = (await bench.Links.IssueSetUpAsync())!;

        bench.Clock.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(works, await bench.Links.FindAsync(link.Secret) is not null);
    }

    [Theory, EveryDatabase]
    public async Task Accept_Reset_EndsSessionsAndForgetsTheSecondFactor(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = await bench.JoinAsync("someone");
        StoredSession session = await bench.SignInAsync("someone");
        await bench.Own.SetSecondFactorAsync(session, "secret", 7, account.ToActor(null));
        IssuedLink link = (await bench.Accounts.ResetAsync(account.Id, AccountBench.Administrator)).Link!;
        Assert.Single(await bench.Sessions.ListAsync(account.Id));

        Account? after = await bench.Links.AcceptAsync(link.Secret, "another hash", null);

        Assert.False(after!.HasSecondFactor);
        Assert.Empty(await bench.Sessions.ListAsync(account.Id));
        Assert.Null(await bench.Links.AcceptAsync(link.Secret, "a third hash", null));
        Assert.Equal(["another hash", AccountBench.Hash], await bench.Own.PastHashesAsync(account.Id, 5));
    }

    [Theory, EveryDatabase]
    public async Task Accept_SetUpLinkOrDisabledAccount_DoesNothing(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        IssuedLink setUp = (await bench.Links.IssueSetUpAsync())!;
        AccountOutcome invited = await bench.InviteAsync("someone");
        await bench.Accounts.DisableAsync(invited.Account!.Id, AccountBench.Administrator);

        Assert.Null(await bench.Links.AcceptAsync(setUp.Secret, AccountBench.Hash, null));
        Assert.Null(await bench.Links.FindAsync(invited.Link!.Secret));
        Assert.Null(await bench.Links.AcceptAsync(invited.Link.Secret, AccountBench.Hash, null));
    }

    [Theory, EveryDatabase]
    public async Task Database_AfterEveryAct_HoldsNoSecretInTheClear(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        IssuedLink link = (await bench.InviteAsync("someone")).Link!;
        await using SmeKpiContext context = bench.Database.CreateDbContext();

        Assert.DoesNotContain(context.OneTimeLinks.ToList(), row => row.SecretHash.Contains(link.Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(await bench.AuditAsync(), row => (row.Detail ?? "").Contains(link.Secret, StringComparison.Ordinal));
    }
}
