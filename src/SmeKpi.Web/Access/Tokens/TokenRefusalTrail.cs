using System.Collections.Concurrent;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Web.Access.Tokens;

/// <summary>Records refused tokens: once a minute per token, or per address for unknown ones, so that a program that
/// tries on and on leaves a trace and not a flood.</summary>
internal sealed class TokenRefusalTrail(AuditLog log, TimeProvider clock)
{
    private const int Most = 1000;

    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _recorded = new();

    /// <param name="known">Null when no token reads like what was sent; what was sent is recorded nowhere.</param>
    public async Task RecordAsync(KnownToken? known, string reason, HttpContext context)
    {
        string? address = context.Connection.RemoteIpAddress?.ToString();
        if (!IsDue(known is null ? $"address {address}" : $"token {known.Token.Id} {reason}"))
        {
            return;
        }

        await log.RecordAsync(
            new AuditEvent(
                known?.Account.Name ?? string.Empty,
                known is null ? null : RoleNames.Of(known.Account.Facts.Role),
                address,
                AuditAction.Token,
                known is null ? $"{context.Request.Path}" : $"token {known.Token.Id} of {known.Account.Name}",
                AuditResult.Denied,
                reason),
            context.RequestAborted);
    }

    private bool IsDue(string key)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_recorded.Count >= Most)
        {
            foreach ((string old, DateTimeOffset at) in _recorded)
            {
                if (now - at >= s_interval)
                {
                    _recorded.TryRemove(old, out _);
                }
            }
        }

        // From very many addresses at once the trace stops growing; the known ones go on being recorded.
        bool isNew = _recorded.Count < Most && _recorded.TryAdd(key, now);
        return isNew || (_recorded.TryGetValue(key, out DateTimeOffset last) && now - last >= s_interval
            && _recorded.TryUpdate(key, now, last));
    }
}
