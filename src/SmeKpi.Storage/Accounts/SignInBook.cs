using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>
/// Counts tries to sign in. A try is paid for before it is checked and refunded when it was right: however many guesses
/// run at once, no more than <see cref="Tries"/> are checked before the account is locked.
/// </summary>
public sealed class SignInBook(
    IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock, RoleRules rules)
{
    /// <summary>Wrong passwords and wrong codes together.</summary>
    public const int Tries = 5;

    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(10);

    /// <summary>Pays for a try of a password.</summary>
    public Task<SignInTry> TryPasswordAsync(string name, CancellationToken cancellationToken = default) =>
        RunAsync(async act => await ChargeAsync(act, await act.FindAsync(name), null), cancellationToken);

    /// <summary>Pays for a try of a one-time code by somebody who knew the password.</summary>
    /// <param name="stamp">The stamp of the credentials when the password was right.</param>
    public Task<SignInTry> TryCodeAsync(long account, string stamp, CancellationToken cancellationToken = default) =>
        RunAsync(async act => await ChargeAsync(act, await act.FindAsync(account), stamp), cancellationToken);

    /// <summary>Gives a try back that was right but is no sign-in yet; earlier wrong ones stay counted.</summary>
    public Task RefundAsync(SignInTry paid, Actor by, string detail, CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            if (await act.FindAsync(paid.Credentials!.Account.Id) is { } row)
            {
                bool lockedByThis = paid.LockedUntil is not null && row.LockoutEnd == paid.LockedUntil;
                row.AccessFailedCount = lockedByThis ? Tries - 1 : Math.Max(0, row.AccessFailedCount - 1);
                row.LockoutEnd = lockedByThis ? null : row.LockoutEnd;
            }

            await act.CommitAsync(by.Did(AuditAction.SignIn, by.Name, detail));
            return true;
        },
        cancellationToken);

    /// <summary>Records a try that was wrong or refused; it stays paid.</summary>
    public Task FailAsync(Actor by, string action, string detail, CancellationToken cancellationToken = default) =>
        audit.RecordAsync(by.Did(action, by.Name, detail, AuditResult.Denied), cancellationToken);

    /// <summary>Opens a session and forgets the wrong tries.</summary>
    /// <param name="step">The time step of the code that was given; each counts once.</param>
    /// <param name="betterHash">The password hashed as it is done today, when the stored hash is an older kind.</param>
    /// <returns>Null when the account was disabled, changed its password or used the code in the meantime.</returns>
    public Task<OpenedSession?> SucceedAsync(
        Credentials credentials,
        SessionStart start,
        long? step = null,
        string? betterHash = null,
        CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            AccountRow? row = await act.FindAsync(credentials.Account.Id);
            if (row is null || row.IsDisabled || row.SecurityStamp != credentials.Stamp
                || (step is { } used && row.OtpLastStep >= used))
            {
                return null;
            }

            row.OtpLastStep = step ?? row.OtpLastStep;
            row.PasswordHash = betterHash ?? row.PasswordHash;
            row.AccessFailedCount = 0;
            row.LockoutEnd = null;
            row.LastSignInTicks = act.Now;
            AccountAct.Touch(row);
            if (rules[row.Role].IsSingle)
            {
                await act.EndSessionsAsync(row.Id, EndReason.Replaced);
            }

            OpenedSession session = await SessionDesk.OpenAsync(act, row.Id, start);
            await act.CommitAsync(credentials.Account.ToActor(start.Address).Did(
                start.HasSecondFactor ? AuditAction.SecondFactor : AuditAction.SignIn, row.UserName!, $"method {start.Method}"));
            return session;
        },
        cancellationToken);

    /// <summary>What an identity provider's sign-in is checked against; no try is paid, the provider counts its own.</summary>
    /// <returns>Null when there is no such account or it is disabled.</returns>
    public async Task<Credentials?> FindAsync(long account, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == account && !row.IsDisabled, cancellationToken) is { } row
            ? Credentials.Of(row) : null;
    }

    private static async Task<SignInTry> ChargeAsync(AccountAct act, AccountRow? row, string? stamp)
    {
        TryRefusal? refusal = row switch
        {
            null => TryRefusal.UnknownName,
            { IsDisabled: true } => TryRefusal.Disabled,
            { PasswordHash: null } when stamp is null => TryRefusal.NotInvitedYet,
            { LockoutEnd: { } until } when until.UtcTicks > act.Now => TryRefusal.Locked,
            _ when stamp is not null && row.SecurityStamp != stamp => TryRefusal.Stale,
            _ => null,
        };
        if (refusal is not null)
        {
            return new SignInTry(null, refusal, null);
        }

        DateTimeOffset? locked = null;
        row!.AccessFailedCount++;
        if (row.AccessFailedCount >= Tries)
        {
            row.AccessFailedCount = 0;
            row.LockoutEnd = locked = Ticks.ToMoment(act.Now) + Lock;
        }

        await act.Context.SaveChangesAsync(act.Token);
        await act.Context.Database.CommitTransactionAsync(act.Token);
        return new SignInTry(Credentials.Of(row), null, locked);
    }

    private Task<T> RunAsync<T>(Func<AccountAct, Task<T>> step, CancellationToken cancellationToken) =>
        AccountAct.RunAsync(contexts, audit, clock, step, cancellationToken);
}
