using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Access;

/// <summary>What a security administrator does to accounts: every look and every act asks for the right again.</summary>
internal sealed class AccountAdministration(
    AccountDesk desk,
    AccessTokenDesk tokens,
    MasterDataReader master,
    CurrentViewer current,
    AuditTrail trail,
    TimeProvider clock)
{
    private const string AllAccounts = "accounts";

    /// <exception cref="DeniedException">The right is missing; that was recorded. So with every member.</exception>
    public async Task<IReadOnlyList<Account>> ListAsync()
    {
        await current.DemandAsync(Right.AccountsManage, AllAccounts);
        return await desk.ListAsync();
    }

    public async Task<Account?> FindAsync(long id)
    {
        await current.DemandAsync(Right.AccountsManage, AllAccounts);
        return await desk.FindAsync(id);
    }

    /// <summary>Nobody acts on the own account here; the desk refuses it as well.</summary>
    public async Task<bool> IsOwnAsync(Account account) => (await current.GetAsync()).Name == account.Name;

    /// <summary>The banks and areas that an account can be confined to.</summary>
    public async Task<AccountChoices> ChoicesAsync()
    {
        await current.DemandAsync(Right.AccountsManage, AllAccounts);
        MasterData data = await master.ReadAsync();
        DateTimeOffset now = clock.GetUtcNow().ToOffset(Api.Moments.ChinaOffset);
        return new AccountChoices(
            [.. data.OpenIn(new YearMonth(now.Year, now.Month))],
            [.. data.Regions.Where(region => region.Kind is RegionKind.County or RegionKind.Zone)
                .OrderBy(region => region.Code, StringComparer.Ordinal)]);
    }

    public async Task<AccountOutcome> InviteAsync(string name, AccountFacts facts) =>
        await desk.InviteAsync(name, facts, await DemandAsync(AccountName.Clean(name)));

    public async Task<AccountOutcome> ChangeAsync(Account shown, AccountFacts facts) =>
        await desk.ChangeAsync(shown.Id, facts, shown.Version, await DemandAsync(shown.Name));

    public async Task<AccountOutcome> DisableAsync(Account account) =>
        await desk.DisableAsync(account.Id, await DemandAsync(account.Name));

    /// <summary>Also lifts a lock.</summary>
    public async Task<AccountOutcome> EnableAsync(Account account) =>
        await desk.EnableAsync(account.Id, await DemandAsync(account.Name));

    public async Task<AccountOutcome> ResetAsync(Account account) =>
        await desk.ResetAsync(account.Id, await DemandAsync(account.Name));

    public async Task<AccountOutcome> SignOutAsync(Account account) =>
        await desk.SignOutAsync(account.Id, await DemandAsync(account.Name));

    /// <summary>The account's access tokens that still work.</summary>
    public async Task<IReadOnlyList<AccessToken>> TokensAsync(Account account)
    {
        await current.DemandAsync(Right.AccountsManage, account.Name);
        DateTimeOffset now = clock.GetUtcNow();
        return [.. (await tokens.ListAsync(account.Id)).Where(token => token.IsLive(now))];
    }

    /// <returns>False when the token did not work any more.</returns>
    public async Task<bool> RevokeAsync(Account account, AccessToken token) =>
        await tokens.RevokeOwnAsync(token.Id, account.Id, await DemandAsync(account.Name));

    private async Task<Actor> DemandAsync(string target)
    {
        await current.DemandAsync(Right.AccountsManage, target);
        AuditEvent act = await trail.EventAsync(AuditAction.Account, target);
        return new Actor(act.Actor, act.Role, act.Address);
    }
}

/// <summary>What can be chosen for an account.</summary>
/// <param name="Banks">Banks that are open now, by code.</param>
/// <param name="Counties">Counties and zones, by code.</param>
public sealed record AccountChoices(IReadOnlyList<Bank> Banks, IReadOnlyList<Region> Counties);
