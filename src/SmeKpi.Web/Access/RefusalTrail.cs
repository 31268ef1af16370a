using System.Collections.Concurrent;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Web.Access;

/// <summary>
/// Records refusals that anybody can cause as often as they like: one of a kind per minute, so that a program that
/// tries on and on leaves a trace and not a flood.
/// </summary>
internal sealed class RefusalTrail(AuditLog log, TimeProvider clock)
{
    private const int Most = 1000;

    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _recorded = new();

    /// <param name="kind">Refusals of the same kind within a minute are one.</param>
    /// <param name="what">Holds nothing of the secret that was tried.</param>
    public async Task RecordAsync(string kind, AuditEvent what, CancellationToken cancellationToken)
    {
        if (IsDue(kind))
        {
            await log.RecordAsync(what, cancellationToken);
        }
    }

    private bool IsDue(string kind)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_recorded.Count >= Most)
        {
            foreach (var old in _recorded.Where(each => now - each.Value >= s_interval))
            {
                _recorded.TryRemove(old);
            }
        }

        // From very many addresses at once the trace stops growing; the known ones go on being recorded.
        bool isNew = _recorded.Count < Most && _recorded.TryAdd(kind, now);
        return isNew || (_recorded.TryGetValue(kind, out DateTimeOffset last) && now - last >= s_interval
            && _recorded.TryUpdate(kind, now, last));
    }
}
