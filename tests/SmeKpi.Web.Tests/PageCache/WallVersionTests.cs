using System.Net;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.PageCache;

/// <summary>What a screen on the wall asks for by itself.</summary>
public sealed class WallVersionTests(AccountSite site) : IClassFixture<AccountSite>
{
    private const string Version = "/wall/version";

    [Fact]
    public async Task Get_NothingChanged_IsNotModified()
    {
        using HttpClient client = await site.SignInAsync(await site.InviteAsync("wall-one"));
        using HttpResponseMessage first = await client.GetAsync(Version, TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using HttpResponseMessage second = await client.GetAsync(Version, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Get_WithoutASession_IsToldSoAndNotLedToThePageOfSigningIn()
    {
        using HttpClient visitor = site.ClientWith(token: null);

        using HttpResponseMessage answer = await visitor.GetAsync(Version, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Get_WithoutTheRight_IsRefused()
    {
        using HttpClient client = await site.SignInAsync(await site.InviteAsync("wall-admin", Role.SystemAdministrator));

        using HttpResponseMessage answer = await client.GetAsync(Version, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Get_PageAndVersion_KeepNoSessionAlive()
    {
        Account account = await site.InviteAsync("wall-idle");
        using HttpClient client = await site.SignInAsync(account);
        site.Database.Execute($"UPDATE sessions SET last_seen_ticks = last_seen_ticks - 600000000 WHERE account_id = {account.Id}");
        object? before = Seen(account);

        using HttpResponseMessage page = await client.GetAsync("/wall", TestContext.Current.CancellationToken);
        using HttpResponseMessage version = await client.GetAsync(Version, TestContext.Current.CancellationToken);
        await site.Get<Web.Access.Sessions.LiveSessions>().SettleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(before, Seen(account));

        using HttpResponseMessage act = await client.GetAsync("/", TestContext.Current.CancellationToken);
        await site.Get<Web.Access.Sessions.LiveSessions>().SettleAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(before, Seen(account));
    }

    private object? Seen(Account account) =>
        site.Database.Rows($"SELECT last_seen_ticks FROM sessions WHERE account_id = {account.Id}")[0][0];
}
