using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Storage.Tests.Accounts;

public sealed class SignInBookTests
{
    [Theory, EveryDatabase]
    public async Task TryPassword_FiveWrongOnes_LocksForTenMinutes(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        await bench.JoinAsync("wang.li");

        for (int at = 1; at <= SignInBook.Tries; at++)
        {
            Assert.NotNull((await bench.SignIns.TryPasswordAsync("wang.li")).Credentials);
        }

        Assert.Equal(TryRefusal.Locked, (await bench.SignIns.TryPasswordAsync("wang.li")).Refusal);
        bench.Clock.Advance(SignInBook.Lock - TimeSpan.FromSeconds(1));
        Assert.Equal(TryRefusal.Locked, (await bench.SignIns.TryPasswordAsync("wang.li")).Refusal);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await bench.SignIns.TryPasswordAsync("wang.li")).Credentials);
    }

    [Fact]
    public async Task TryPassword_TenThousandGuesses_ChecksNoMoreThanFiveInTenMinutes()
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        await bench.JoinAsync("wang.li");
        List<DateTimeOffset> checkedAt = [];

        for (int at = 0; at < 10_000; at++)
        {
            if ((await bench.SignIns.TryPasswordAsync("wang.li")).Credentials is not null)
            {
                checkedAt.Add(bench.Clock.GetUtcNow());
            }

            bench.Clock.Advance(TimeSpan.FromMilliseconds(300));
        }

        // 3,000 seconds are five locks of ten minutes: 25 checks at most, and never six within a lock's length.
        Assert.InRange(checkedAt.Count, 5, 25);
        Assert.All(
            checkedAt.Zip(checkedAt.Skip(SignInBook.Tries)),
            pair => Assert.True(pair.Second - pair.First >= SignInBook.Lock));
    }

    [Theory, EveryDatabase]
    public async Task TryPassword_ManyGuessesAtOnce_ChecksNoMoreThanFive(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        await bench.JoinAsync("wang.li");

        SignInTry[] tries = await Task.WhenAll(Enumerable.Range(0, 40).Select(
            _ => Task.Run(() => bench.SignIns.TryPasswordAsync("wang.li"))));

        Assert.Equal(SignInBook.Tries, tries.Count(each => each.Credentials is not null));
    }

    [Theory, EveryDatabase]
    public async Task Refund_RightPasswordBeforeTheCode_KeepsEarlierFailures(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = await bench.JoinAsync("wang.li");
        Actor actor = account.ToActor(null);
        for (int at = 1; at < SignInBook.Tries; at++)
        {
            await bench.SignIns.TryPasswordAsync("wang.li");
        }

        // Somebody who knows the password guesses codes: the password does not buy new tries.
        SignInTry right = await bench.SignIns.TryPasswordAsync("wang.li");
        await bench.SignIns.RefundAsync(right, actor, "right");
        SignInTry code = await bench.SignIns.TryCodeAsync(account.Id, right.Credentials!.Stamp);

        Assert.NotNull(code.Credentials);
        Assert.Equal(TryRefusal.Locked, (await bench.SignIns.TryPasswordAsync("wang.li")).Refusal);
        Assert.Equal(TryRefusal.Locked, (await bench.SignIns.TryCodeAsync(account.Id, right.Credentials.Stamp)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Succeed_SameCodeTwice_CountsOnce(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        await bench.JoinAsync("wang.li");
        Credentials credentials = (await bench.SignIns.TryPasswordAsync("wang.li")).Credentials!;
        SessionStart start = new(SessionStart.Password, HasSecondFactor: true, null);

        OpenedSession?[] sessions = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => Task.Run(() => bench.SignIns.SucceedAsync(credentials, start, step: 1000))));

        Assert.Single(sessions, session => session is not null);
        Assert.Null(await bench.SignIns.SucceedAsync(credentials, start, step: 999));
        Assert.NotNull(await bench.SignIns.SucceedAsync(credentials, start, step: 1001));
    }

    [Theory, EveryDatabase]
    public async Task Succeed_DisabledOrChangedInTheMeantime_OpensNothing(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = await bench.JoinAsync("wang.li");
        SessionStart start = new(SessionStart.Password, HasSecondFactor: false, null);
        Credentials first = (await bench.SignIns.TryPasswordAsync("wang.li")).Credentials!;
        IssuedLink reset = (await bench.Accounts.ResetAsync(account.Id, AccountBench.Administrator)).Link!;
        await bench.Links.AcceptAsync(reset.Secret, "another hash", null);

        Assert.Null(await bench.SignIns.SucceedAsync(first, start));

        Credentials second = (await bench.SignIns.TryPasswordAsync("wang.li")).Credentials!;
        await bench.Accounts.DisableAsync(account.Id, AccountBench.Administrator);
        Assert.Null(await bench.SignIns.SucceedAsync(second, start));
    }

    [Theory, EveryDatabase]
    public async Task TryPassword_UnknownUninvitedAndDisabled_AreRefusedAlike(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        await bench.InviteAsync("waiting");
        Account gone = await bench.JoinAsync("gone");
        await bench.Accounts.DisableAsync(gone.Id, AccountBench.Administrator);

        Assert.Equal(TryRefusal.UnknownName, (await bench.SignIns.TryPasswordAsync("nobody")).Refusal);
        Assert.Equal(TryRefusal.NotInvitedYet, (await bench.SignIns.TryPasswordAsync("waiting")).Refusal);
        Assert.Equal(TryRefusal.Disabled, (await bench.SignIns.TryPasswordAsync("gone")).Refusal);
        Assert.Equal(TryRefusal.UnknownName, (await bench.SignIns.TryPasswordAsync(new string('x', 100_000))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Succeed_AuditCannotBeWritten_OpensNothing(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        Account account = await bench.JoinAsync("wang.li");
        Credentials credentials = (await bench.SignIns.TryPasswordAsync("wang.li")).Credentials!;
        await bench.BreakAuditAsync();

        await Assert.ThrowsAsync<AuditException>(() => bench.SignIns.SucceedAsync(
            credentials, new SessionStart(SessionStart.Password, HasSecondFactor: false, null)));

        Assert.Empty(await bench.Sessions.ListAsync(account.Id));
    }

    [Theory, EveryDatabase]
    public async Task Succeed_Signer_EndsTheOlderSession(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        await bench.AddBankAsync("B001");
        AccountOutcome invited = await bench.Accounts.InviteAsync(
            "signer", new AccountFacts("S", Role.BankSigner, "B001", []), AccountBench.Administrator);
        await bench.Links.AcceptAsync(invited.Link!.Secret, AccountBench.Hash, null);
        await bench.JoinAsync("analyst");

        StoredSession older = await bench.SignInAsync("signer", hasSecondFactor: true);
        await bench.SignInAsync("signer", hasSecondFactor: true);
        StoredSession kept = await bench.SignInAsync("analyst");
        await bench.SignInAsync("analyst");

        Assert.NotNull((await bench.Sessions.FindAsync(older.Id))!.Ended);
        Assert.Null((await bench.Sessions.FindAsync(kept.Id))!.Ended);
    }
}
