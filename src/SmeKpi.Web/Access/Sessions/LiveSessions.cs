using System.Collections.Concurrent;
using SmeKpi.Storage.Accounts;

namespace SmeKpi.Web.Access.Sessions;

/// <summary>The sessions that requests belong to: looked up at most every few seconds, noted as seen once a minute.</summary>
internal sealed class LiveSessions(SessionDesk desk, TimeProvider clock)
{
    /// <summary>How long another process's sign-out or a disabled account goes unnoticed.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private const int Enough = 10_000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, StoredSession Session)> _known = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _seen = new();

    /// <param name="key">What the cookie holds.</param>
    /// <param name="acts">Whether this is the person's doing, in contrast to an open page that asks by itself.</param>
    /// <returns>Null when the session never was or is over.</returns>
    public async Task<StoredSession?> FindAsync(string key, bool acts, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (!_known.TryGetValue(key, out var known) || now - known.At >= Fresh)
        {
            if (await desk.FindAsync(key, cancellationToken) is not { } read)
            {
                return null;
            }

            Trim(now);
            _known[key] = known = (now, read);
        }

        if (!IsAlive(known.Session))
        {
            return null;
        }

        if (acts)
        {
            Seen(known.Session.Id);
        }

        return known.Session;
    }

    /// <summary>Whether a page that is open for long still belongs to somebody.</summary>
    public async Task<bool> IsAliveAsync(long id, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is { } session && IsAlive(session);

    public void Seen(long id) => _seen[id] = clock.GetUtcNow();

    /// <summary>Forgets what is known, so that an act of this process counts at once.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Writes down what was seen and ends what is overdue.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        Dictionary<long, DateTimeOffset> seen = new(_seen);
        await desk.SettleAsync(seen, cancellationToken);
        foreach (KeyValuePair<long, DateTimeOffset> written in seen)
        {
            _seen.TryRemove(written);
        }
    }

    private bool IsAlive(StoredSession session)
    {
        DateTimeOffset seen = _seen.GetValueOrDefault(session.Id);
        StoredSession current = seen > session.LastSeen ? session with { LastSeen = seen } : session;
        return session.Ended is null && !session.Account.IsDisabled && desk.Overdue(current) is null;
    }

    private void Trim(DateTimeOffset now)
    {
        if (_known.Count < Enough)
        {
            return;
        }

        foreach (var old in _known.Where(each => now - each.Value.At >= Fresh))
        {
            _known.TryRemove(old);
        }
    }
}
