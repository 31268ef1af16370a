using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>A one-time link that still works, and for whom.</summary>
/// <param name="Account">Null for the link that makes the first account.</param>
public sealed record OpenLink(LinkPurpose Purpose, Account? Account);

/// <summary>One-time links: set-up, invitation, reset. Each works once and not for long.</summary>
public sealed class LinkDesk(IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock)
{
    /// <summary>Makes the link for the first account; the one of an earlier start stops working.</summary>
    /// <returns>Null when there is an account already.</returns>
    public Task<IssuedLink?> IssueSetUpAsync(CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            if (await act.Context.Accounts.AnyAsync(act.Token))
            {
                return null;
            }

            IssuedLink link = await act.IssueLinkAsync(LinkPurpose.SetUp, null, LinkLife.SetUp);
            await act.CommitAsync(Actor.Program.Did(AuditAction.Account, "first account", "set-up link made"));
            return link;
        },
        cancellationToken);

    /// <returns>Null when the link never was, was used, is too old, or its account is disabled.</returns>
    public async Task<OpenLink?> FindAsync(string? secret, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return null;
        }

        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, secret, clock.UtcTicks(), cancellationToken) is not { } link)
        {
            return null;
        }

        AccountRow? row = link.AccountId is { } id
            ? await context.Accounts.AsNoTracking().SingleAsync(account => account.Id == id, cancellationToken) : null;
        return row is { IsDisabled: true } ? null : new OpenLink(link.Purpose, row is null ? null : Account.Of(row));
    }

    /// <summary>Makes the first account, a security administrator.</summary>
    /// <param name="hash">The hash of a password that was checked.</param>
    /// <returns>Null when the link does not work, or there is an account already.</returns>
    public Task<Account?> SetUpAsync(
        string secret, string name, string displayName, string hash, string? address,
        CancellationToken cancellationToken = default) => RunAsync<Account?>(
        async act =>
        {
            if (await FindAsync(act.Context, secret, act.Now, act.Token) is not { Purpose: LinkPurpose.SetUp } link
                || await act.Context.Accounts.AnyAsync(act.Token))
            {
                return null;
            }

            link.UsedTicks = act.Now;
            AccountRow row = AccountDesk.NewRow(
                name, new AccountFacts(displayName, Role.SecurityAdministrator, null, []), act.Now);
            act.Context.Add(row);
            await act.Context.SaveChangesAsync(act.Token);
            OwnAccountDesk.SetPassword(act, row, hash);
            Account account = Account.Of(row);
            await act.CommitAsync(account.ToActor(address).Did(AuditAction.Account, name, "first account set up"));
            return account;
        },
        cancellationToken);

    /// <summary>Sets the password that the person chose. After a reset the second factor has to be set up anew.</summary>
    /// <param name="hash">The hash of a password that was checked.</param>
    /// <returns>Null when the link does not work any more.</returns>
    public Task<Account?> AcceptAsync(
        string secret, string hash, string? address, CancellationToken cancellationToken = default) => RunAsync<Account?>(
        async act =>
        {
            if (await FindAsync(act.Context, secret, act.Now, act.Token) is not { AccountId: { } id } link
                || await act.FindAsync(id) is not { IsDisabled: false } row)
            {
                return null;
            }

            link.UsedTicks = act.Now;
            OwnAccountDesk.SetPassword(act, row, hash);
            if (link.Purpose == LinkPurpose.Reset)
            {
                row.OtpSecretProtected = null;
                row.OtpLastStep = null;
                await act.EndSessionsAsync(id, EndReason.Revoked);
            }

            Account account = Account.Of(row);
            await act.CommitAsync(account.ToActor(address).Did(
                AuditAction.Account, row.UserName!, link.Purpose == LinkPurpose.Reset ? "reset used" : "invitation used"));
            return account;
        },
        cancellationToken);

    private static Task<OneTimeLinkRow?> FindAsync(SmeKpiContext context, string secret, long now, CancellationToken token)
    {
        string hash = Secret.HashOf(secret);
        return context.OneTimeLinks.SingleOrDefaultAsync(
            row => row.SecretHash == hash && row.UsedTicks == null && row.ExpiresTicks > now, token);
    }

    private Task<T> RunAsync<T>(Func<AccountAct, Task<T>> step, CancellationToken cancellationToken) =>
        AccountAct.RunAsync(contexts, audit, clock, step, cancellationToken);
}
