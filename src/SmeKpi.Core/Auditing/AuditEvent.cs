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

/// <summary>Who acts, as the chain names them.</summary>
/// <param name="Name">The account's name; "console:" and the user of the operating system for commands.</param>
/// <param name="Role">The role by its file name; null for commands and jobs.</param>
/// <param name="Address">The network address; null for commands and jobs.</param>
public sealed record AuditActor(string Name, string? Role = null, string? Address = null)
{
    /// <summary>The program itself.</summary>
    public static AuditActor Program { get; } = new("smekpi");

    /// <summary>A person at the command line.</summary>
    public static AuditActor Console(string user) => new($"console:{user}");

    public AuditEvent Did(string action, string target, AuditResult result = AuditResult.Success, string? detail = null) =>
        new(Name, Role, Address, action, target, result, detail);
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
