namespace SmeKpi.Storage.Accounts;

/// <summary>Why a session is over.</summary>
public static class EndReason
{
    public const string SignedOut = "signed-out";
    public const string Idle = "idle";
    public const string TooOld = "too-old";

    /// <summary>A newer key took its place: a newer sign-in of a role with one session, or a second factor.</summary>
    public const string Replaced = "replaced";

    /// <summary>The person, or a change of role, password or rows, ended it.</summary>
    public const string Revoked = "revoked";
    public const string Disabled = "disabled";
}
