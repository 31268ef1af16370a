using SmeKpi.Storage.Accounts;

namespace SmeKpi.Web.Access.Sessions;

/// <summary>Cuts the connection of an interactive page when its session is over, whatever the page would still send.</summary>
internal sealed class CircuitDoor(LiveSessions sessions, TimeProvider clock)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    public async Task PassAsync(HttpContext context, StoredSession session, RequestDelegate next)
    {
        // By its path: what a web socket is, is found out only later, by the endpoint itself.
        if (!context.Request.Path.StartsWithSegments("/_blazor"))
        {
            await next(context);
            return;
        }

        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        Task watch = WatchAsync(context, session.Id, left.Token);
        try
        {
            await next(context);
        }
        finally
        {
            await left.CancelAsync();
            await watch;
        }
    }

    private async Task WatchAsync(HttpContext context, long session, CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                await Task.Delay(Interval, clock, cancellationToken);
            }
            while (await sessions.IsAliveAsync(session, cancellationToken));

            context.Abort();
        }
        catch (OperationCanceledException)
        {
            // The page was left before its session ended.
        }
    }
}
