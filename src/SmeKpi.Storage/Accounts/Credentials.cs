using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>What a sign-in is checked against. Held for one request, never cached.</summary>
/// <param name="OtpSecretProtected">Null while no second factor is set up.</param>
/// <param name="Stamp">Changes with every password, so that what was begun under an older one ends.</param>
public sealed record Credentials(
    Account Account, string? PasswordHash, string? OtpSecretProtected, long? OtpLastStep, string Stamp)
{
    internal static Credentials Of(AccountRow row) => new(
        Account.Of(row), row.PasswordHash, row.OtpSecretProtected, row.OtpLastStep, row.SecurityStamp ?? string.Empty);
}

/// <summary>Why nothing was checked; told to the audit chain, never to whoever tries.</summary>
public enum TryRefusal
{
    UnknownName,
    Locked,
    Disabled,
    NotInvitedYet,

    /// <summary>The password was changed after the sign-in began.</summary>
    Stale,
}

/// <summary>A try that was paid for in advance, or refused.</summary>
/// <param name="Credentials">Null when refused.</param>
/// <param name="LockedUntil">The lock that this try would leave if it failed; null when more tries are left.</param>
public sealed record SignInTry(Credentials? Credentials, TryRefusal? Refusal, DateTimeOffset? LockedUntil);
