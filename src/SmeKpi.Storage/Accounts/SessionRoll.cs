using Microsoft.EntityFrameworkCore;

namespace SmeKpi.Storage.Accounts;

/// <summary>Tells quickly which of many sessions still stand, for pages that are held open.</summary>
public sealed class SessionRoll(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <returns>Those of the given sessions that have not ended and whose account is not disabled.</returns>
    public async Task<IReadOnlySet<long>> StandingAsync(
        IReadOnlyCollection<long> sessions, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sessions.AsNoTracking()
            .Where(row => sessions.Contains(row.Id) && row.EndedTicks == null
                && context.Accounts.Any(account => account.Id == row.AccountId && !account.IsDisabled))
            .Select(row => row.Id)
            .ToHashSetAsync(cancellationToken);
    }
}
