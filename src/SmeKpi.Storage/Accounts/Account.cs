using SmeKpi.Core.Access;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>An account as people see it; nothing of it is secret.</summary>
/// <param name="HasPassword">False until the person has followed the invitation.</param>
/// <param name="LockedUntil">Null, or in the past, when nothing keeps the account from signing in.</param>
/// <param name="Version">Changes with every change; hand it back with the next one.</param>
public sealed record Account(
    long Id,
    string Name,
    AccountFacts Facts,
    bool IsDisabled,
    bool HasPassword,
    bool HasSecondFactor,
    DateTimeOffset Created,
    DateTimeOffset? PasswordSet,
    DateTimeOffset? LastSignIn,
    DateTimeOffset? LockedUntil,
    string Version)
{
    internal static Account Of(AccountRow row) => new(
        row.Id,
        row.UserName!,
        AccountFacts.Of(row),
        row.IsDisabled,
        row.PasswordHash is not null,
        row.OtpSecretProtected is not null,
        Ticks.ToMoment(row.CreatedTicks),
        MomentOf(row.PasswordSetTicks),
        MomentOf(row.LastSignInTicks),
        row.LockoutEnd,
        row.ConcurrencyStamp!);

    /// <summary>Who looks when this account is signed in.</summary>
    /// <param name="scopes">The rights that are left while something else has to be done first; null for all.</param>
    public Viewer ToViewer(bool hasSecondFactor, IReadOnlyList<string>? scopes = null) =>
        new(Name, Facts.Role, Facts.Bank, Facts.Counties, hasSecondFactor, scopes);

    public Actor ToActor(string? address) => new(Name, RoleNames.Of(Facts.Role), address);

    private static DateTimeOffset? MomentOf(long? ticks) => ticks is { } known ? Ticks.ToMoment(known) : null;
}

/// <summary>What whoever administers accounts says about one.</summary>
/// <param name="DisplayName">How people call the person.</param>
/// <param name="Bank">The code of the bank; for the roles of a bank and for no other.</param>
/// <param name="Counties">Codes of the areas the account is confined to; empty for no such limit.</param>
/// <param name="ExternalName">The name at the city's identity provider; null for local sign-in only.</param>
public sealed record AccountFacts(
    string DisplayName, Role Role, string? Bank, IReadOnlyList<string> Counties, string? ExternalName = null)
{
    internal static AccountFacts Of(AccountRow row) => new(
        row.DisplayName,
        row.Role,
        row.BankCode,
        row.CountyCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.ExternalName);

    internal void CopyTo(AccountRow row)
    {
        row.DisplayName = DisplayName.Trim();
        row.Role = Role;
        row.BankCode = string.IsNullOrEmpty(Bank) ? null : Bank;
        row.CountyCodes = string.Join(' ', Counties.Distinct());
        row.ExternalName = string.IsNullOrWhiteSpace(ExternalName) ? null : ExternalName.Trim();
    }

    /// <summary>What an account may do and whose rows it sees, as one text.</summary>
    internal string Reach() => $"role {RoleNames.Of(Role)}, bank {Bank ?? "-"}, "
        + $"counties {(Counties.Count == 0 ? "-" : string.Join(' ', Counties))}, external {ExternalName ?? "-"}";

    internal string Summary() => $"{Reach()}, called {DisplayName}";
}

/// <summary>Why an act on an account was not done.</summary>
public enum AccountRefusal
{
    /// <summary>There is no such account.</summary>
    Unknown,

    /// <summary>Somebody else changed the account in the meantime.</summary>
    Changed,

    /// <summary>A name has 2 to 64 letters, digits, dots, hyphens, underscores or at-signs.</summary>
    NameIsUnfit,
    NameIsTaken,

    /// <summary>Empty or longer than 200 characters.</summary>
    DisplayNameIsUnfit,

    /// <summary>A role of a bank without a bank, or any other role with one.</summary>
    BankDoesNotFitRole,
    BankIsUnknown,
    CountyIsUnknown,
    ExternalNameIsTaken,

    /// <summary>Nobody changes or disables the own account.</summary>
    OwnAccount,

    /// <summary>The last enabled security administrator stays one: nobody else could invite another.</summary>
    LastSecurityAdministrator,
}

/// <summary>How an act on an account ended: done, or refused for these reasons and nothing changed.</summary>
/// <param name="Link">The address part to hand to the person, where the act makes one; it is never shown again.</param>
public sealed record AccountOutcome(Account? Account, IReadOnlyList<AccountRefusal> Refusals, IssuedLink? Link = null)
{
    public bool IsDone => Refusals.Count == 0;

    internal static AccountOutcome Refused(params IReadOnlyList<AccountRefusal> refusals) => new(null, refusals);
}
