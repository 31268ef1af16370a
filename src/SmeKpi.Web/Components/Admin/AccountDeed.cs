namespace SmeKpi.Web.Components.Admin;

/// <summary>What can be done to an account at the press of a button.</summary>
public enum AccountDeed
{
    Reset,
    SignOut,
    Disable,

    /// <summary>Also lifts a lock.</summary>
    Enable,
}
