using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>Sessions on the server (会话): what a cookie stands for, and how it ends.</summary>
public sealed class SessionDesk(
    IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock, RoleRules rules)
{
    /// <returns>Null when no session has the key. An ended session is returned with the moment of its end.</returns>
    public async Task<StoredSession?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        string hash = Secret.HashOf(key);
        return (await ReadAsync(row => row.Where(session => session.KeyHash == hash), cancellationToken)).SingleOrDefault();
    }

    public async Task<StoredSession?> FindAsync(long id, CancellationToken cancellationToken = default) =>
        (await ReadAsync(row => row.Where(session => session.Id == id), cancellationToken)).SingleOrDefault();

    /// <summary>The sessions of an account that have not ended, newest first.</summary>
    public async Task<IReadOnlyList<StoredSession>> ListAsync(long account, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<StoredSession> open = await ReadAsync(
            row => row.Where(session => session.AccountId == account && session.EndedTicks == null), cancellationToken);
        return [.. open.Where(session => Overdue(session) is null).OrderByDescending(session => session.Created)];
    }

    /// <summary>Why a session is over that nobody ended: null while it is not.</summary>
    public string? Overdue(StoredSession session)
    {
        RoleRule rule = rules[session.Account.Facts.Role];
        DateTimeOffset now = clock.GetUtcNow();
        return now >= session.Created + rule.Absolute ? EndReason.TooOld
            : now >= session.LastSeen + rule.Idle ? EndReason.Idle
            : null;
    }

    /// <summary>Signs out.</summary>
    public Task EndAsync(StoredSession session, Actor by, CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            if (await act.Context.Sessions.SingleOrDefaultAsync(
                row => row.Id == session.Id && row.EndedTicks == null, act.Token) is not { } row)
            {
                return false;
            }

            row.EndedTicks = act.Now;
            row.EndReason = EndReason.SignedOut;
            await act.CommitAsync(by.Did(AuditAction.SignOut, session.Account.Name));
            return true;
        },
        cancellationToken);

    /// <summary>Ends every session of an account but one.</summary>
    public Task EndOthersAsync(StoredSession kept, Actor by, CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            await act.EndSessionsAsync(kept.Account.Id, EndReason.Revoked, kept.Id);
            await act.CommitAsync(by.Did(AuditAction.SignOut, kept.Account.Name, "all other sessions"));
            return true;
        },
        cancellationToken);

    /// <summary>Writes down when sessions were last seen, and ends those that idled or got too old.</summary>
    public Task<int> SettleAsync(
        IReadOnlyDictionary<long, DateTimeOffset> seen, CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            List<SessionRow> open = await act.Context.Sessions.Where(row => row.EndedTicks == null).ToListAsync(act.Token);
            Dictionary<long, AccountRow> accounts = await act.Context.Accounts.AsNoTracking()
                .Where(row => act.Context.Sessions.Any(session => session.AccountId == row.Id && session.EndedTicks == null))
                .ToDictionaryAsync(row => row.Id, act.Token);
            int ended = 0;
            foreach (SessionRow row in open)
            {
                row.LastSeenTicks = Math.Max(row.LastSeenTicks, seen.GetValueOrDefault(row.Id).UtcTicks);
                if (Overdue(Of(row, accounts[row.AccountId])) is { } reason)
                {
                    row.EndedTicks = act.Now;
                    row.EndReason = reason;
                    ended++;
                }
            }

            await act.Context.SaveChangesAsync(act.Token);
            await act.Context.Database.CommitTransactionAsync(act.Token);
            return ended;
        },
        cancellationToken);

    internal static async Task<OpenedSession> OpenAsync(AccountAct act, long account, SessionStart start)
    {
        string key = Secret.New();
        SessionRow row = new()
        {
            KeyHash = Secret.HashOf(key),
            AccountId = account,
            Method = start.Method,
            HasSecondFactor = start.HasSecondFactor,
            Address = Lengths.Cut(start.Address, Lengths.Version),
            CreatedTicks = act.Now,
            LastSeenTicks = act.Now,
        };
        act.Context.Add(row);
        await act.Context.SaveChangesAsync(act.Token);
        return new OpenedSession(row.Id, key);
    }

    private static StoredSession Of(SessionRow row, AccountRow account) => new(
        row.Id,
        Account.Of(account),
        row.Method,
        row.HasSecondFactor,
        row.Address,
        Ticks.ToMoment(row.CreatedTicks),
        Ticks.ToMoment(row.LastSeenTicks),
        row.EndedTicks is { } ended ? Ticks.ToMoment(ended) : null);

    private async Task<IReadOnlyList<StoredSession>> ReadAsync(
        Func<IQueryable<SessionRow>, IQueryable<SessionRow>> choose, CancellationToken cancellationToken)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await choose(context.Sessions.AsNoTracking())
            .Join(context.Accounts, session => session.AccountId, account => account.Id,
                (session, account) => new { Session = session, Account = account })
            .ToListAsync(cancellationToken);
        return [.. found.Select(pair => Of(pair.Session, pair.Account))];
    }

    private Task<T> RunAsync<T>(Func<AccountAct, Task<T>> step, CancellationToken cancellationToken) =>
        AccountAct.RunAsync(contexts, audit, clock, step, cancellationToken);
}
