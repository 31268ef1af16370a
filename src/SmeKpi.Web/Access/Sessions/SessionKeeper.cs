namespace SmeKpi.Web.Access.Sessions;

/// <summary>Once a minute writes down which sessions were seen, and ends those that idled or got too old.</summary>
internal sealed partial class SessionKeeper(
    LiveSessions sessions, SiteMode mode, TimeProvider clock, ILogger<SessionKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(s_interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SettleAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await SettleAsync(CancellationToken.None);
        }
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!mode.IsDemo)
            {
                await sessions.SettleAsync(cancellationToken);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Sessions are judged at every request anyway; the next minute tries again.
            NotWritten(logger, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sessions' last activity could not be written.")]
    private static partial void NotWritten(ILogger logger, Exception error);
}
