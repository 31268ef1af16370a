using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>Administration of accounts (账户管理). Every act stands in the audit chain or is not done.</summary>
public sealed class AccountDesk(IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock)
{
    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.Accounts.AsNoTracking().OrderBy(row => row.NormalizedUserName)
            .ToListAsync(cancellationToken)).Select(Account.Of)];
    }

    public async Task<Account?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            is { } row ? Account.Of(row) : null;
    }

    public async Task<Account?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        string key = AccountName.KeyOf(name);
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(row => row.NormalizedUserName == key, cancellationToken) is { } row
            ? Account.Of(row) : null;
    }

    /// <summary>Makes an account that waits for its person to choose a password.</summary>
    /// <returns>With the invitation's link, valid for <see cref="LinkLife.Invitation"/>.</returns>
    public Task<AccountOutcome> InviteAsync(
        string name, AccountFacts facts, Actor by, CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            string clean = AccountName.Clean(name);
            List<AccountRefusal> refusals = await RefusalsAsync(act, facts, id: 0);
            if (!AccountName.IsFit(clean))
            {
                refusals.Add(AccountRefusal.NameIsUnfit);
            }
            else if (await act.FindAsync(clean) is not null)
            {
                refusals.Add(AccountRefusal.NameIsTaken);
            }

            if (refusals.Count > 0)
            {
                return AccountOutcome.Refused(refusals);
            }

            AccountRow row = NewRow(clean, facts, act.Now);
            act.Context.Add(row);
            await act.Context.SaveChangesAsync(act.Token);
            IssuedLink link = await act.IssueLinkAsync(LinkPurpose.Invitation, row.Id, LinkLife.Invitation);
            await act.CommitAsync(by.Did(AuditAction.Account, clean, $"invited: {facts.Summary()}"));
            return new AccountOutcome(Account.Of(row), [], link);
        },
        cancellationToken);

    /// <summary>Changes name of the person, role and rows. A change of role or rows ends the open sessions.</summary>
    /// <param name="version">The version that was shown to whoever decided.</param>
    public Task<AccountOutcome> ChangeAsync(
        long id, AccountFacts facts, string version, Actor by, CancellationToken cancellationToken = default) => RunAsync(
        async act =>
        {
            if (await act.FindAsync(id) is not { } row)
            {
                return AccountOutcome.Refused(AccountRefusal.Unknown);
            }

            AccountFacts before = AccountFacts.Of(row);
            List<AccountRefusal> refusals = await RefusalsAsync(act, facts, id);
            AddIf(refusals, AccountRefusal.Changed, row.ConcurrencyStamp != version);
            AddIf(refusals, AccountRefusal.OwnAccount, IsOwn(row, by));
            AddIf(refusals, AccountRefusal.LastSecurityAdministrator,
                facts.Role != row.Role && await act.IsLastSecurityAdministratorAsync(row));
            if (refusals.Count > 0)
            {
                return AccountOutcome.Refused(refusals);
            }

            facts.CopyTo(row);
            AccountAct.Touch(row);
            if (before.Reach() != AccountFacts.Of(row).Reach())
            {
                await act.EndSessionsAsync(id, EndReason.Revoked);
            }

            await act.CommitAsync(by.Did(
                AuditAction.Account, row.UserName!, $"changed: {before.Summary()} -> {AccountFacts.Of(row).Summary()}"));
            return new AccountOutcome(Account.Of(row), []);
        },
        cancellationToken);

    /// <summary>Ends every session of the account and lets it sign in nowhere until it is enabled again.</summary>
    public Task<AccountOutcome> DisableAsync(long id, Actor by, CancellationToken cancellationToken = default) =>
        ActOnAsync(id, by, "disabled", async (act, row) =>
        {
            if (await act.IsLastSecurityAdministratorAsync(row))
            {
                return AccountRefusal.LastSecurityAdministrator;
            }

            row.IsDisabled = true;
            await act.EndSessionsAsync(id, EndReason.Disabled);
            return null;
        }, cancellationToken);

    /// <summary>Lets a disabled or locked account sign in again.</summary>
    public Task<AccountOutcome> EnableAsync(long id, Actor by, CancellationToken cancellationToken = default) =>
        ActOnAsync(id, by, "enabled", (_, row) =>
        {
            row.IsDisabled = false;
            row.LockoutEnd = null;
            row.AccessFailedCount = 0;
            return Task.FromResult<AccountRefusal?>(null);
        }, cancellationToken);

    /// <summary>Makes a link for a new password. Until it is used the old password and second factor count.</summary>
    /// <returns>A link for <see cref="LinkLife.Reset"/>; a new invitation when no password was ever chosen.</returns>
    public async Task<AccountOutcome> ResetAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        IssuedLink? link = null;
        AccountOutcome outcome = await ActOnAsync(id, by, "reset link made", async (act, row) =>
        {
            link = row.PasswordHash is null
                ? await act.IssueLinkAsync(LinkPurpose.Invitation, id, LinkLife.Invitation)
                : await act.IssueLinkAsync(LinkPurpose.Reset, id, LinkLife.Reset);
            return null;
        }, cancellationToken);
        return outcome.IsDone ? outcome with { Link = link } : outcome;
    }

    /// <summary>Ends every session of the account.</summary>
    public Task<AccountOutcome> SignOutAsync(long id, Actor by, CancellationToken cancellationToken = default) =>
        ActOnAsync(id, by, "all sessions ended", async (act, _) =>
        {
            await act.EndSessionsAsync(id, EndReason.Revoked);
            return null;
        }, cancellationToken);

    internal static AccountRow NewRow(string name, AccountFacts facts, long now)
    {
        AccountRow row = new()
        {
            UserName = name,
            NormalizedUserName = AccountName.KeyOf(name),
            DisplayName = facts.DisplayName,
            Role = facts.Role,
            CreatedTicks = now,
            LockoutEnabled = true,
            SecurityStamp = Secret.New(),
        };
        facts.CopyTo(row);
        return row;
    }

    private Task<AccountOutcome> ActOnAsync(
        long id,
        Actor by,
        string what,
        Func<AccountAct, AccountRow, Task<AccountRefusal?>> step,
        CancellationToken token) =>
        RunAsync(
            async act =>
            {
                if (await act.FindAsync(id) is not { } row)
                {
                    return AccountOutcome.Refused(AccountRefusal.Unknown);
                }

                if (IsOwn(row, by))
                {
                    return AccountOutcome.Refused(AccountRefusal.OwnAccount);
                }

                if (await step(act, row) is { } refusal)
                {
                    return AccountOutcome.Refused(refusal);
                }

                AccountAct.Touch(row);
                await act.CommitAsync(by.Did(AuditAction.Account, row.UserName!, what));
                return new AccountOutcome(Account.Of(row), []);
            },
            token);

    private static async Task<List<AccountRefusal>> RefusalsAsync(AccountAct act, AccountFacts facts, long id)
    {
        List<AccountRefusal> refusals = [];
        AddIf(refusals, AccountRefusal.DisplayNameIsUnfit,
            string.IsNullOrWhiteSpace(facts.DisplayName) || facts.DisplayName.Trim().Length > Lengths.Name);
        AddIf(refusals, AccountRefusal.BankDoesNotFitRole, facts.Role.IsOfBank() == string.IsNullOrEmpty(facts.Bank));
        AddIf(refusals, AccountRefusal.BankIsUnknown, !string.IsNullOrEmpty(facts.Bank)
            && !await act.Context.Banks.AnyAsync(row => row.Code == facts.Bank, act.Token));
        int known = await act.Context.Regions.Where(row => facts.Counties.Contains(row.Code))
            .Select(row => row.Code).Distinct().CountAsync(act.Token);
        AddIf(refusals, AccountRefusal.CountyIsUnknown, known != facts.Counties.Distinct().Count());
        string? external = string.IsNullOrWhiteSpace(facts.ExternalName) ? null : facts.ExternalName.Trim();
        AddIf(refusals, AccountRefusal.ExternalNameIsTaken, external is not null
            && await act.Context.Accounts.AnyAsync(row => row.Id != id && row.ExternalName == external, act.Token));
        return refusals;
    }

    private static bool IsOwn(AccountRow row, Actor by) => by != Actor.Program && row.UserName == by.Name;

    private static void AddIf(List<AccountRefusal> refusals, AccountRefusal refusal, bool holds)
    {
        if (holds)
        {
            refusals.Add(refusal);
        }
    }

    private Task<AccountOutcome> RunAsync(
        Func<AccountAct, Task<AccountOutcome>> step, CancellationToken cancellationToken) =>
        AccountAct.RunAsync(contexts, audit, clock, step, cancellationToken);
}
