using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace SmeKpi.Web.Circuits;

/// <summary>The pages that are held open at this moment and the connections they talk through, with their sessions.</summary>
internal sealed class OpenPages
{
    private readonly ConcurrentDictionary<string, OpenPage> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OpenConnection> _connections = new(StringComparer.Ordinal);

    public int Count => _pages.Count;

    /// <summary>The sessions of everything that is open.</summary>
    public IReadOnlySet<long> Sessions => _connections.Values.Select(connection => connection.Session)
        .Concat(_pages.Values.Select(page => page.Session)).ToHashSet();

    /// <param name="leave">Leads the reader's browser away from the page.</param>
    public void Open(string circuit, long session, Action leave) => _pages[circuit] = new OpenPage(session, leave);

    public void Close(string circuit) => _pages.TryRemove(circuit, out _);

    public void Connect(HubCallerContext connection, long session) =>
        _connections[connection.ConnectionId] = new OpenConnection(connection, session);

    public void Disconnect(string connection) => _connections.TryRemove(connection, out _);

    /// <summary>Whether this is the first thing that a connection was refused.</summary>
    public bool IsFirstRefusal(string connection) =>
        _connections.TryGetValue(connection, out OpenConnection? found) && found.Refuse() == 1;

    /// <summary>Leads away from every page of a session.</summary>
    public void Leave(long session)
    {
        foreach (OpenPage page in _pages.Values.Where(page => page.Session == session))
        {
            page.Leave();
        }
    }

    /// <summary>
    /// Ends what belongs to a session that is over: the first time its pages are led away, and what is still connected
    /// the next time is cut off, whatever the browser did.
    /// </summary>
    public void End(long session)
    {
        Leave(session);
        foreach (OpenConnection connection in _connections.Values.Where(each => each.Session == session))
        {
            connection.WarnOrCut();
        }
    }

    private sealed record OpenPage(long Session, Action Leave);

    private sealed class OpenConnection(HubCallerContext context, long session)
    {
        private int _refusals;
        private bool _warned;

        public long Session => session;

        public int Refuse() => Interlocked.Increment(ref _refusals);

        public void WarnOrCut()
        {
            if (_warned)
            {
                context.Abort();
            }

            _warned = true;
        }
    }
}
