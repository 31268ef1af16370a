using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>Makes, finds and revokes personal access tokens. Only their hash is stored.</summary>
public sealed class AccessTokenDesk(
    IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock, RightsTable rights)
{
    /// <summary>Live tokens of one account at a time.</summary>
    public const int Most = 20;

    /// <summary>Makes a token of somebody's own account.</summary>
    /// <param name="maker">Who asks, as the session says: a token gets no right that the session lacks now.</param>
    public Task<TokenOutcome> CreateAsync(
        long account,
        Viewer maker,
        TokenWish wish,
        Actor by,
        CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            if (await act.FindAsync(account) is not { IsDisabled: false } row)
            {
                return TokenOutcome.Refused(TokenRefusal.NoAccount);
            }

            // The role may have changed since the session began: the stored one counts, within the session's limits.
            Viewer now = Account.Of(row).ToViewer(maker.HasSecondFactor, maker.Scopes);
            List<TokenRefusal> refusals = Refusals(wish, now);
            if (await act.Context.AccessTokens.CountAsync(
                token => token.AccountId == account && token.RevokedTicks == null && token.ExpiresTicks > act.Now,
                act.Token) >= Most)
            {
                refusals.Add(TokenRefusal.TooMany);
            }

            if (refusals.Count > 0)
            {
                return TokenOutcome.Refused(refusals);
            }

            string secret = TokenText.New();
            AccessTokenRow made = NewRow(account, wish, secret, maker.HasSecondFactor, act.Now);
            act.Context.Add(made);
            await act.Context.SaveChangesAsync(act.Token);
            await act.CommitAsync(by.Did(
                AuditAction.Token, Target(made.Id, row), $"made for {wish.Days} days: {made.Scopes}"));
            return new TokenOutcome(AccessToken.Of(made), secret, []);
        },
        cancellationToken);

    /// <summary>The tokens of an account, newest first, ended ones included.</summary>
    public async Task<IReadOnlyList<AccessToken>> ListAsync(long account, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<AccessTokenRow> rows = await context.AccessTokens.AsNoTracking().Where(row => row.AccountId == account)
            .OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(AccessToken.Of)];
    }

    /// <summary>Ends a token of one's own at once.</summary>
    /// <returns>False when the account has no such live token.</returns>
    public Task<bool> RevokeOwnAsync(
        long token, long account, Actor by, CancellationToken cancellationToken = default) =>
        RevokeAsync(token, account, by, cancellationToken);

    /// <summary>Ends anybody's token; whoever calls this has made sure that the actor administers accounts.</summary>
    /// <returns>False when there is no such live token.</returns>
    public Task<bool> RevokeAnyAsync(long token, Actor by, CancellationToken cancellationToken = default) =>
        RevokeAsync(token, null, by, cancellationToken);

    /// <returns>Null when no token reads like this. One that ended, or of a disabled account, is returned as it is.</returns>
    public async Task<KnownToken?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        if (!TokenText.IsFit(secret))
        {
            return null;
        }

        string hash = Secret.HashOf(secret);
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.AccessTokens.AsNoTracking().Where(row => row.TokenHash == hash)
            .Join(context.Accounts, token => token.AccountId, account => account.Id,
                (token, account) => new { Token = token, Account = account })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new KnownToken(AccessToken.Of(found.Token), Account.Of(found.Account));
    }

    /// <summary>Writes down when tokens were last used.</summary>
    public async Task SettleAsync(
        IReadOnlyDictionary<long, DateTimeOffset> used, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach ((long id, DateTimeOffset moment) in used)
        {
            long ticks = moment.UtcTicks;
            await context.AccessTokens
                .Where(row => row.Id == id && (row.LastUsedTicks == null || row.LastUsedTicks < ticks))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedTicks, ticks), cancellationToken);
        }
    }

    private Task<bool> RevokeAsync(
        long token, long? account, Actor by, CancellationToken cancellationToken) => RunAsync(
        async act =>
        {
            if (await act.Context.AccessTokens.SingleOrDefaultAsync(
                row => row.Id == token && row.RevokedTicks == null && (account == null || row.AccountId == account),
                act.Token) is not { } found)
            {
                return false;
            }

            found.RevokedTicks = act.Now;
            AccountRow owner = (await act.FindAsync(found.AccountId))!;
            await act.CommitAsync(by.Did(AuditAction.Token, Target(token, owner), "revoked"));
            return true;
        },
        cancellationToken);

    private List<TokenRefusal> Refusals(TokenWish wish, Viewer maker)
    {
        IReadOnlyList<string> open = TokenScopes.OpenTo(maker, rights);
        List<TokenRefusal> refusals = [];
        AddIf(TokenRefusal.NameIsUnfit, wish.Name.Trim() is not { Length: > 0 and <= TokenWish.LongestName } name
            || name.Any(char.IsControl));
        AddIf(TokenRefusal.NoScope, wish.Scopes.Count == 0);
        AddIf(TokenRefusal.ScopeExceedsRights, wish.Scopes.Any(scope => !open.Contains(scope)));
        AddIf(TokenRefusal.LifeIsUnfit, wish.Days is < TokenWish.ShortestDays or > TokenWish.LongestDays);
        return refusals;

        void AddIf(TokenRefusal refusal, bool holds)
        {
            if (holds)
            {
                refusals.Add(refusal);
            }
        }
    }

    private static AccessTokenRow NewRow(
        long account, TokenWish wish, string secret, bool hasSecondFactor, long now) => new()
    {
        AccountId = account,
        Name = wish.Name.Trim(),
        TokenHash = Secret.HashOf(secret),
        Scopes = string.Join(' ', wish.Scopes.Distinct().Order(StringComparer.Ordinal)),
        HasSecondFactor = hasSecondFactor,
        CreatedTicks = now,
        ExpiresTicks = now + TimeSpan.FromDays(wish.Days).Ticks,
    };

    private static string Target(long token, AccountRow owner) => $"token {token} of {owner.UserName}";

    private Task<T> RunAsync<T>(Func<AccountAct, Task<T>> step, CancellationToken cancellationToken) =>
        AccountAct.RunAsync(contexts, audit, clock, step, cancellationToken);
}
