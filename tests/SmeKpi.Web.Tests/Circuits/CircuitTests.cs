using System.Net.WebSockets;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Rows;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Circuits;

/// <summary>Pages that are held open, over real web sockets to the real program.</summary>
public sealed class CircuitTests(SeededDatabase seeded)
{
    private const int Many = 100;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disable_HundredOpenPages_AllEndWithinAMinute()
    {
        await using OpenServer server = await OpenServer.StartAsync(seeded);
        Account leaving = await server.InviteAsync("leaving");
        string cookie = await server.SignInAsync(leaving);
        using RawCircuit staying = await RawCircuit.OpenAsync(server.Address, await server.SignInAsync(await server.InviteAsync("staying")));
        RawCircuit[] pages = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(_ => RawCircuit.OpenAsync(server.Address, cookie)));
        Task ended = Task.WhenAll(pages.Select(page => page.EndAsync()));

        await server.Accounts.DisableAsync(leaving.Id, Actor.Program, Cancelled);
        Assert.False(ended.IsCompleted);
        server.Clock.Advance(TimeSpan.FromSeconds(59));
        await ended;

        await staying.ClickAsync();
        Assert.DoesNotContain(await server.AuditAsync(), entry => entry is { Action: "denied", Actor: "staying" });
        Array.ForEach(pages, page => page.Dispose());
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("demoted")]
    [InlineData("signed out")]
    public async Task Click_SessionWasEndedMeanwhile_IsRefusedAndRecordedAtOnce(string why)
    {
        await using OpenServer server = await OpenServer.StartAsync(seeded);
        Account account = await server.InviteAsync("clicking", Role.Regulator);
        using RawCircuit page = await RawCircuit.OpenAsync(server.Address, await server.SignInAsync(account));

        await EndAsync(server, account, why);
        await page.ClickAsync();
        await page.EndAsync();

        AuditRow entry = (await server.AuditAsync())[^1];
        Assert.Equal(("denied", "clicking", "open page", "session is over"),
            (entry.Action, entry.Actor, entry.Target, entry.Detail));
    }

    [Fact]
    public async Task Open_WithoutASession_IsRefused()
    {
        await using OpenServer server = await OpenServer.StartAsync(seeded);

        await Assert.ThrowsAsync<WebSocketException>(() => RawCircuit.OpenAsync(server.Address, cookie: null));
    }

    [Fact]
    public async Task Open_FromAPageOfAnotherSite_IsRefused()
    {
        await using OpenServer server = await OpenServer.StartAsync(seeded);
        string cookie = await server.SignInAsync(await server.InviteAsync("lured"));

        await Assert.ThrowsAsync<WebSocketException>(
            () => RawCircuit.OpenAsync(server.Address, cookie, "https://evil.example"));
    }

    private static Task<AccountOutcome> EndAsync(OpenServer server, Account account, string why) => why switch
    {
        "disabled" => server.Accounts.DisableAsync(account.Id, Actor.Program, Cancelled),
        "demoted" => server.Accounts.ChangeAsync(
            account.Id, account.Facts with { Role = Role.Analyst }, account.Version, Actor.Program, Cancelled),
        _ => server.Accounts.SignOutAsync(account.Id, Actor.Program, Cancelled),
    };
}
