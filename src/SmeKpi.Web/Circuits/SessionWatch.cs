using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Circuits;

/// <summary>Closes the pages that are left open after their session ended, also when nobody touches them.</summary>
/// <remarks>
/// Two rounds, the second of which cuts the connection, stay well within the 60 seconds after which nothing of an ended
/// session may be left. One query a round serves any number of pages.
/// </remarks>
internal sealed partial class SessionWatch(
    OpenPages pages, SessionRoll roll, SiteMode mode, TimeProvider clock, ILogger<SessionWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Round, clock);
        while (!mode.IsDemo && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database that does not answer now is asked again in the next round; meanwhile the filter refuses.
                LogFailed(logger, error);
            }
        }
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        IReadOnlySet<long> open = pages.Sessions;
        if (open.Count == 0)
        {
            return;
        }

        IReadOnlySet<long> standing = await roll.StandingAsync([.. open], cancellationToken);
        foreach (long session in open.Except(standing))
        {
            pages.End(session);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Open pages could not be checked")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
