using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access.Sessions;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

/// <summary>The connection of an interactive page is the server's to cut.</summary>
public sealed class CircuitDoorTests(SeededDatabase seeded)
{
    [Fact]
    public async Task Pass_AccountDisabled_ConnectionIsCutWithinAMinute()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        Account account = await server.JoinAsync("leaving", Role.Analyst);
        SignInTry paid = await server.Get<SignInBook>().TryPasswordAsync("leaving");
        OpenedSession opened = (await server.Get<SignInBook>().SucceedAsync(
            paid.Credentials!, new SessionStart(SessionStart.Password, HasSecondFactor: false, null)))!;
        StoredSession session = (await server.Get<SessionDesk>().FindAsync(opened.Key))!;
        using Connection connection = new();
        Task page = server.Get<CircuitDoor>().PassAsync(connection.Context, session, connection.StayAsync);

        server.Clock.Advance(CircuitDoor.Interval);
        Assert.False(page.IsCompleted);
        await server.Accounts.DisableAsync(account.Id, Actor.Program);
        for (int seconds = 0; seconds < 60 && !page.IsCompleted; seconds += 20)
        {
            server.Clock.Advance(CircuitDoor.Interval);
            await Task.WhenAny(page, connection.CutAsync(TimeSpan.FromSeconds(5)));
        }

        Assert.True(connection.IsCut);
        await page;
    }

    /// <summary>A web socket that stays until it is cut.</summary>
    private sealed class Connection : IHttpWebSocketFeature, IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly CancellationTokenSource _cut = new();
        private readonly TaskCompletionSource _ended = new();

        public Connection()
        {
            Context.Request.Path = "/_blazor";
            Context.Features.Set<IHttpWebSocketFeature>(this);
            Context.Features.Set<IHttpRequestLifetimeFeature>(this);
            _cut.Token.Register(_ended.SetResult);
            RequestAborted = _cut.Token;
        }

        public DefaultHttpContext Context { get; } = new();

        public bool IsCut => _cut.IsCancellationRequested;

        public bool IsWebSocketRequest => true;

        public CancellationToken RequestAborted { get; set; }

        public void Dispose() => _cut.Dispose();

        public void Abort() => _cut.Cancel();

        public Task StayAsync(HttpContext context) => _ended.Task;

        public async Task CutAsync(TimeSpan patience) =>
            await Task.WhenAny(_ended.Task, Task.Delay(patience, TestContext.Current.CancellationToken));

        public Task<System.Net.WebSockets.WebSocket> AcceptAsync(WebSocketAcceptContext context) =>
            throw new NotSupportedException();
    }
}
