namespace SmeKpi.Core.Auditing;

/// <summary>How an act ended.</summary>
public enum AuditResult
{
    /// <summary>Allowed and done, or about to be done.</summary>
    Success,

    /// <summary>Not allowed.</summary>
    Denied,

    /// <summary>Allowed but came to nothing.</summary>
    Failed,
}

/// <summary>Something that leaves a trace (审计事件), before it has its place in the chain.</summary>
/// <param name="Actor">The account's name, as typed when it is unknown; "smekpi" for the program itself.</param>
/// <param name="Role">The role by its file name; null for visitors and the program.</param>
/// <param name="Address">The network address; null for the command line and jobs.</param>
/// <param name="Action">One of <see cref="AuditAction"/>.</param>
/// <param name="Target">What it was done to: an account, a bank and month, a file's hash, an address.</param>
/// <param name="Detail">Further facts, never a password, code or token; null when there are none.</param>
public sealed record AuditEvent(
    string Actor, string? Role, string? Address, string Action, string Target, AuditResult Result, string? Detail = null);
