using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;

namespace SmeKpi.Web.Components.Admin;

/// <summary>What stands in the form of an account while somebody fills it in.</summary>
public sealed class AccountDraft
{
    public string Name { get; set; } = "";

    public string DisplayName { get; set; } = "";

    /// <summary>The role's file name; empty until one is chosen.</summary>
    public string RoleName { get; set; } = "";

    public string BankCode { get; set; } = "";

    public HashSet<string> Counties { get; } = new(StringComparer.Ordinal);

    public string ExternalName { get; set; } = "";

    public Role? Role => RoleNames.Find(RoleName);

    public bool NeedsBank => Role is { } role && role.IsOfBank();

    public static AccountDraft Of(AccountFacts facts)
    {
        AccountDraft draft = new()
        {
            DisplayName = facts.DisplayName,
            RoleName = RoleNames.Of(facts.Role),
            BankCode = facts.Bank ?? "",
            ExternalName = facts.ExternalName ?? "",
        };
        draft.Counties.UnionWith(facts.Counties);
        return draft;
    }

    /// <returns>Null while no role is chosen. A bank that was chosen for another role is left out.</returns>
    public AccountFacts? ToFacts() => Role is { } role
        ? new AccountFacts(
            DisplayName,
            role,
            NeedsBank && BankCode.Length > 0 ? BankCode : null,
            [.. Counties.Order(StringComparer.Ordinal)],
            string.IsNullOrWhiteSpace(ExternalName) ? null : ExternalName)
        : null;

    public void Choose(string county, bool isChosen) => _ = isChosen ? Counties.Add(county) : Counties.Remove(county);
}
