using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.SampleData;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Tests.Accounts;

public sealed class AccessTokenDeskTests
{
    private static readonly RightsTable s_rights = RightsTable.Load(Path.Combine(SeedData.Folder, "access"));

    private static readonly TokenWish s_wish = new("monthly report", [Right.CityRead], TokenWish.UsualDays);

    [Theory, EveryDatabase]
    public async Task Create_FittingWish_IsFoundByTheSecretAndNothingElse(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        AccessTokenDesk desk = DeskOf(bench);
        Account account = (await bench.InviteAsync("wang.li")).Account!;

        TokenOutcome outcome = await MakeAsync(desk, account, s_wish);

        Assert.Empty(outcome.Refusals);
        KnownToken found = (await desk.FindAsync(outcome.Secret!))!;
        Assert.Equal(("wang.li", outcome.Token!.Id), (found.Account.Name, found.Token.Id));
        Assert.Equal([Right.CityRead], found.Token.Scopes);
        Assert.Equal(bench.Clock.GetUtcNow().AddDays(90), found.Token.Expires);
        Assert.Null(await desk.FindAsync(outcome.Secret!.ToUpperInvariant()));
        Assert.Null(await desk.FindAsync(outcome.Secret + "A"));
    }

    [Fact]
    public async Task Create_Done_LeavesATraceAndNoSecret()
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        Account account = (await bench.InviteAsync("wang.li")).Account!;

        TokenOutcome outcome = await MakeAsync(DeskOf(bench), account, s_wish);

        AuditRow entry = (await bench.AuditAsync())[^1];
        Assert.Equal(("token", "wang.li", "token 1 of wang.li"), (entry.Action, entry.Actor, entry.Target));
        Assert.Equal("made for 90 days: city.read", entry.Detail);
        await using SmeKpiContext context = bench.Database.CreateDbContext();
        AccessTokenRow row = await context.AccessTokens.SingleAsync();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(outcome.Secret!))), row.TokenHash);
    }

    [Theory]
    [InlineData(Role.Department, true, Right.BanksRead)]
    [InlineData(Role.Leader, true, Right.CellsRead)]
    [InlineData(Role.Analyst, false, Right.BanksRead)]
    [InlineData(Role.SystemAdministrator, true, Right.CityRead)]
    [InlineData(Role.SecurityAdministrator, true, Right.AccountsManage)]
    [InlineData(Role.Analyst, true, Right.AccountOwn)]
    [InlineData(Role.SystemAdministrator, true, Right.JobsAct)]
    [InlineData(Role.Analyst, true, "no.such.right")]
    public async Task Create_RightThatTheMakerLacksOrNoTokenCarries_IsRefused(Role role, bool secondFactor, string right)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        AccessTokenDesk desk = DeskOf(bench);
        Account account = (await bench.InviteAsync("somebody", role)).Account!;

        TokenOutcome outcome = await MakeAsync(
            desk, account, s_wish with { Scopes = [Right.PolicyRead, right] }, secondFactor);

        Assert.Equal([TokenRefusal.ScopeExceedsRights], outcome.Refusals);
        Assert.Empty(await desk.ListAsync(account.Id));
    }

    [Fact]
    public async Task Create_SessionThatIsLimitedItself_GivesNoMore()
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        Account account = (await bench.InviteAsync("somebody")).Account!;
        Viewer limited = account.ToViewer(hasSecondFactor: true, [Right.SessionOpen, Right.AccountOwn]);

        TokenOutcome outcome = await DeskOf(bench).CreateAsync(account.Id, limited, s_wish, account.ToActor(null));

        Assert.Equal([TokenRefusal.ScopeExceedsRights], outcome.Refusals);
    }

    [Theory]
    [InlineData("", 90, TokenRefusal.NameIsUnfit)]
    [InlineData("a\nb", 90, TokenRefusal.NameIsUnfit)]
    [InlineData("fit", 0, TokenRefusal.LifeIsUnfit)]
    [InlineData("fit", 366, TokenRefusal.LifeIsUnfit)]
    public async Task Create_UnfitNameOrLife_IsRefused(string name, int days, TokenRefusal expected)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        Account account = (await bench.InviteAsync("somebody")).Account!;

        TokenOutcome outcome = await MakeAsync(DeskOf(bench), account, s_wish with { Name = name, Days = days });

        Assert.Equal([expected], outcome.Refusals);
    }

    [Fact]
    public async Task Create_MoreThanTheLimit_IsRefusedUntilOneEnds()
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        AccessTokenDesk desk = DeskOf(bench);
        Account account = (await bench.InviteAsync("somebody")).Account!;
        for (int made = 0; made < AccessTokenDesk.Most; made++)
        {
            Assert.Empty((await MakeAsync(desk, account, s_wish)).Refusals);
        }

        Assert.Equal([TokenRefusal.TooMany], (await MakeAsync(desk, account, s_wish)).Refusals);
        Assert.True(await desk.RevokeOwnAsync(1, account.Id, account.ToActor(null)));
        Assert.Empty((await MakeAsync(desk, account, s_wish)).Refusals);
    }

    [Theory, EveryDatabase]
    public async Task Revoke_TokenOfAnother_ChangesNothing(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        AccessTokenDesk desk = DeskOf(bench);
        Account owner = (await bench.InviteAsync("owner")).Account!;
        Account other = (await bench.InviteAsync("other")).Account!;
        TokenOutcome made = await MakeAsync(desk, owner, s_wish);

        Assert.False(await desk.RevokeOwnAsync(made.Token!.Id, other.Id, other.ToActor(null)));
        Assert.Empty(await desk.ListAsync(other.Id));
        Assert.Null((await desk.FindAsync(made.Secret!))!.Token.Revoked);

        Assert.True(await desk.RevokeAnyAsync(made.Token.Id, AccountBench.Administrator));
        Assert.False((await desk.FindAsync(made.Secret!))!.Token.IsLive(bench.Clock.GetUtcNow()));
        Assert.Equal(("security", "revoked"), ((await bench.AuditAsync())[^1].Actor, (await bench.AuditAsync())[^1].Detail));
    }

    [Fact]
    public async Task Revoke_AuditCannotBeWritten_LeavesTheToken()
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        AccessTokenDesk desk = DeskOf(bench);
        Account account = (await bench.InviteAsync("somebody")).Account!;
        TokenOutcome made = await MakeAsync(desk, account, s_wish);
        await bench.BreakAuditAsync();

        await Assert.ThrowsAsync<AuditException>(() => desk.RevokeOwnAsync(made.Token!.Id, account.Id, account.ToActor(null)));
        await Assert.ThrowsAsync<AuditException>(() => MakeAsync(desk, account, s_wish));

        Assert.Null(Assert.Single(await desk.ListAsync(account.Id)).Revoked);
    }

    [Theory, EveryDatabase]
    public async Task Settle_OlderMoment_KeepsTheNewer(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        AccessTokenDesk desk = DeskOf(bench);
        Account account = (await bench.InviteAsync("somebody")).Account!;
        long token = (await MakeAsync(desk, account, s_wish)).Token!.Id;
        DateTimeOffset used = bench.Clock.GetUtcNow().AddMinutes(5);

        await desk.SettleAsync(new Dictionary<long, DateTimeOffset> { [token] = used });
        await desk.SettleAsync(new Dictionary<long, DateTimeOffset> { [token] = used.AddMinutes(-1) });

        Assert.Equal(used, Assert.Single(await desk.ListAsync(account.Id)).LastUsed);
    }

    [Fact]
    public async Task Find_TenThousandRandomTokens_MatchesNone()
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        AccessTokenDesk desk = DeskOf(bench);
        Account account = (await bench.InviteAsync("somebody")).Account!;
        for (int made = 0; made < AccessTokenDesk.Most; made++)
        {
            await MakeAsync(desk, account, s_wish);
        }

        int found = 0;
        byte[] key = new byte[32];
        Random random = new(20250712);
        for (int turn = 0; turn < 10_000; turn++)
        {
            random.NextBytes(key);
            found += await desk.FindAsync(TokenText.Prefix + Base64Url.EncodeToString(key)) is null ? 0 : 1;
        }

        Assert.Equal(0, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("smekpi_")]
    [InlineData("smekpi_' OR 1=1 --aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("SMEKPI_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("smekpi_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n")]
    public void TokenText_AnotherForm_IsUnfit(string text) => Assert.False(TokenText.IsFit(text));

    private static AccessTokenDesk DeskOf(AccountBench bench) => new(bench.Database, bench.Audit, bench.Clock, s_rights);

    private static Task<TokenOutcome> MakeAsync(
        AccessTokenDesk desk, Account account, TokenWish wish, bool secondFactor = true) =>
        desk.CreateAsync(account.Id, account.ToViewer(secondFactor), wish, account.ToActor("127.0.0.1"));
}
