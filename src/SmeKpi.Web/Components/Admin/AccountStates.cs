using SmeKpi.Storage.Accounts;

namespace SmeKpi.Web.Components.Admin;

/// <summary>Whether somebody can sign in, in one word.</summary>
public enum AccountState
{
    Active,

    /// <summary>The invitation was not followed yet.</summary>
    Invited,

    /// <summary>Too many wrong passwords.</summary>
    Locked,
    Disabled,
}

internal static class AccountStates
{
    public static AccountState At(this Account account, DateTimeOffset now) =>
        account.IsDisabled ? AccountState.Disabled
        : account.LockedUntil > now ? AccountState.Locked
        : account.HasPassword || account.Facts.ExternalName is not null ? AccountState.Active
        : AccountState.Invited;
}
