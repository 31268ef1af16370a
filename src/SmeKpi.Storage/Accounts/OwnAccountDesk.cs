using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>What people do to their own account: password and second factor.</summary>
public sealed class OwnAccountDesk(IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock)
{
    /// <summary>Hashes of the newest passwords, the current one first.</summary>
    public async Task<IReadOnlyList<string>> PastHashesAsync(
        long account, int count, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AccountPasswords.Where(row => row.AccountId == account)
            .OrderByDescending(row => row.SetTicks).ThenByDescending(row => row.Id)
            .Select(row => row.PasswordHash).Take(count).ToListAsync(cancellationToken);
    }

    /// <summary>Sets a password that was checked; every other session ends.</summary>
    public Task SetPasswordAsync(
        StoredSession session, string hash, Actor by, CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            AccountRow row = (await act.FindAsync(session.Account.Id))!;
            SetPassword(act, row, hash);
            await act.EndSessionsAsync(row.Id, EndReason.Revoked, session.Id);
            await act.CommitAsync(by.Did(AuditAction.Account, row.UserName!, "own password changed"));
            return true;
        },
        cancellationToken);

    /// <summary>Sets the second factor; a session with a new key, confirmed by it, takes the place of the old one.</summary>
    /// <param name="step">The time step of the code that confirmed it.</param>
    public Task<OpenedSession> SetSecondFactorAsync(
        StoredSession session, string secretProtected, long step, Actor by, CancellationToken cancellationToken = default) =>
        RunAsync(
            async act =>
            {
                AccountRow row = (await act.FindAsync(session.Account.Id))!;
                row.OtpSecretProtected = secretProtected;
                row.OtpLastStep = step;
                AccountAct.Touch(row);
                await act.EndSessionsAsync(row.Id, EndReason.Replaced);
                OpenedSession opened = await SessionDesk.OpenAsync(
                    act, row.Id, new SessionStart(session.Method, HasSecondFactor: true, by.Address));
                await act.CommitAsync(by.Did(AuditAction.SecondFactor, row.UserName!, "set up"));
                return opened;
            },
            cancellationToken);

    internal static void SetPassword(AccountAct act, AccountRow row, string hash)
    {
        row.PasswordHash = hash;
        row.PasswordSetTicks = act.Now;
        row.SecurityStamp = Secret.New();
        row.AccessFailedCount = 0;
        row.LockoutEnd = null;
        AccountAct.Touch(row);
        act.Context.Add(new AccountPasswordRow { AccountId = row.Id, PasswordHash = hash, SetTicks = act.Now });
    }

    private Task<T> RunAsync<T>(Func<AccountAct, Task<T>> step, CancellationToken cancellationToken) =>
        AccountAct.RunAsync(contexts, audit, clock, step, cancellationToken);
}
