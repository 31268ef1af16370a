using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;

namespace SmeKpi.Storage.Tests.Accounts;

public sealed class SessionDeskTests
{
    private static readonly Dictionary<long, DateTimeOffset> s_nothing = [];

    [Theory]
    [InlineData(Role.Analyst, 15)]
    [InlineData(Role.AuditAdministrator, 10)]
    public async Task Overdue_IdleForTheMinutesOfTheRole_IsIdle(Role role, int minutes)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        await bench.JoinAsync("someone", role);
        StoredSession session = await bench.SignInAsync("someone");

        bench.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Null(bench.Sessions.Overdue(session));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(EndReason.Idle, bench.Sessions.Overdue(session));
    }

    [Theory, EveryDatabase]
    public async Task Settle_SeenAgainAndAgain_EndsAfterEightHoursAllTheSame(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        await bench.JoinAsync("someone");
        StoredSession session = await bench.SignInAsync("someone");

        for (int at = 0; at < 47; at++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(0, await bench.Sessions.SettleAsync(new Dictionary<long, DateTimeOffset>
            {
                [session.Id] = bench.Clock.GetUtcNow(),
            }));
        }

        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await bench.Sessions.SettleAsync(s_nothing));
        Assert.NotNull((await bench.Sessions.FindAsync(session.Id))!.Ended);
    }

    [Theory, EveryDatabase]
    public async Task Disable_OpenSessions_AllEnd(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = await bench.JoinAsync("someone");
        StoredSession[] sessions = [await bench.SignInAsync("someone"), await bench.SignInAsync("someone")];

        await bench.Accounts.DisableAsync(account.Id, AccountBench.Administrator);

        foreach (StoredSession session in sessions)
        {
            Assert.NotNull((await bench.Sessions.FindAsync(session.Id))!.Ended);
        }
    }

    [Theory, EveryDatabase]
    public async Task EndOthers_ThreeSessions_KeepsOne(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = await bench.JoinAsync("someone");
        await bench.SignInAsync("someone");
        StoredSession kept = await bench.SignInAsync("someone");
        await bench.SignInAsync("someone");

        await bench.Sessions.EndOthersAsync(kept, account.ToActor(null));

        Assert.Equal(kept.Id, Assert.Single(await bench.Sessions.ListAsync(account.Id)).Id);
    }

    [Theory, EveryDatabase]
    public async Task SetSecondFactor_OpenSession_GoesOnUnderANewKey(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = await bench.JoinAsync("someone");
        StoredSession before = await bench.SignInAsync("someone");

        OpenedSession after = await bench.Own.SetSecondFactorAsync(before, "secret", 7, account.ToActor(null));

        Assert.NotNull((await bench.Sessions.FindAsync(before.Id))!.Ended);
        StoredSession now = (await bench.Sessions.FindAsync(after.Key))!;
        Assert.True(now.HasSecondFactor && now.Account.HasSecondFactor);
    }

    [Theory, EveryDatabase]
    public async Task End_SignedOutTwice_IsRecordedOnce(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = await bench.JoinAsync("someone");
        StoredSession session = await bench.SignInAsync("someone");

        await bench.Sessions.EndAsync(session, account.ToActor(null));
        await bench.Sessions.EndAsync(session, account.ToActor(null));

        Assert.Single(await bench.AuditAsync(), row => row.Action == "sign-out");
        Assert.Null(await bench.Sessions.FindAsync("no such key"));
    }
}
