using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>One transaction on accounts: the act and its trace in the audit chain are stored together or not at all.</summary>
internal sealed class AccountAct(
    SmeKpiContext context, AuditLog audit, TimeProvider clock, CancellationToken cancellationToken)
{
    public SmeKpiContext Context => context;

    public long Now { get; } = clock.UtcTicks();

    public CancellationToken Token => cancellationToken;

    /// <summary>Runs a step alone among all that write. What it does not commit is undone.</summary>
    public static Task<T> RunAsync<T>(
        IDbContextFactory<SmeKpiContext> contexts,
        AuditLog audit,
        TimeProvider clock,
        Func<AccountAct, Task<T>> step,
        CancellationToken cancellationToken) => WriteTransaction.RunAsync(
            contexts, (context, token) => step(new AccountAct(context, audit, clock, token)), cancellationToken);

    public Task<AccountRow?> FindAsync(long id) =>
        context.Accounts.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    public Task<AccountRow?> FindAsync(string name)
    {
        string key = AccountName.KeyOf(name);
        return context.Accounts.SingleOrDefaultAsync(row => row.NormalizedUserName == key, cancellationToken);
    }

    /// <summary>Gives the account a new version, so that whoever changes an older one is told.</summary>
    public static void Touch(AccountRow row) => row.ConcurrencyStamp = Guid.NewGuid().ToString();

    public async Task EndSessionsAsync(long account, string reason, long? except = null)
    {
        List<SessionRow> open = await context.Sessions
            .Where(row => row.AccountId == account && row.EndedTicks == null && row.Id != except)
            .ToListAsync(cancellationToken);
        foreach (SessionRow row in open)
        {
            row.EndedTicks = Now;
            row.EndReason = reason;
        }
    }

    public async Task CommitAsync(AuditEvent what)
    {
        await RecordAsync(what);
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
    }

    public Task RecordAsync(AuditEvent what) => audit.AppendAsync(context, what, cancellationToken);

    /// <summary>Makes a link and puts the older ones of the same account out of use.</summary>
    public async Task<IssuedLink> IssueLinkAsync(LinkPurpose purpose, long? account, TimeSpan valid)
    {
        List<OneTimeLinkRow> older = await context.OneTimeLinks
            .Where(row => row.AccountId == account && row.UsedTicks == null).ToListAsync(cancellationToken);
        older.ForEach(row => row.UsedTicks = Now);
        string secret = Secret.New();
        context.Add(new OneTimeLinkRow
        {
            SecretHash = Secret.HashOf(secret),
            Purpose = purpose,
            AccountId = account,
            CreatedTicks = Now,
            ExpiresTicks = Now + valid.Ticks,
        });
        return new IssuedLink(secret, purpose, Ticks.ToMoment(Now + valid.Ticks));
    }

    /// <summary>Whether nobody but this account could administer accounts.</summary>
    public async Task<bool> IsLastSecurityAdministratorAsync(AccountRow row) =>
        row is { Role: Role.SecurityAdministrator, IsDisabled: false }
        && !await context.Accounts.AnyAsync(
            other => other.Id != row.Id && other.Role == Role.SecurityAdministrator && !other.IsDisabled
                && other.PasswordHash != null,
            cancellationToken);
}
