using System.Collections.Concurrent;
using SmeKpi.Storage.Accounts;

namespace SmeKpi.Web.Access.Tokens;

/// <summary>Remembers when tokens were used and writes it down once a minute: no request waits for it.</summary>
internal sealed partial class TokenUse(AccessTokenDesk desk, TimeProvider clock, ILogger<TokenUse> logger)
    : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _used = new();

    public void Note(long token) => _used[token] = clock.GetUtcNow();

    /// <summary>Writes down what was noted since the last time.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken = default)
    {
        Dictionary<long, DateTimeOffset> taken = [];
        foreach (long token in _used.Keys)
        {
            if (_used.TryRemove(token, out DateTimeOffset moment))
            {
                taken[token] = moment;
            }
        }

        try
        {
            if (taken.Count > 0)
            {
                await desk.SettleAsync(taken, cancellationToken);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // It is a help for the owner, not a condition of the use.
            NotWritten(logger, error);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, clock);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tokens' last use could not be written.")]
    private static partial void NotWritten(ILogger logger, Exception error);
}
