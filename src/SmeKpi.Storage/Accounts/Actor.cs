using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;

namespace SmeKpi.Storage.Accounts;

/// <summary>Who acts, as the audit chain names them.</summary>
/// <param name="Name">The account's name, or as typed when nobody is known by it.</param>
/// <param name="Role">The role by its file name; null for visitors and the program.</param>
/// <param name="Address">The network address; null for the command line and jobs.</param>
public sealed record Actor(string Name, string? Role, string? Address)
{
    /// <summary>Whoever stands at the machine: the command line and the start of the program.</summary>
    public static Actor Program { get; } = new(Viewer.Program.Name, null, null);

    internal AuditEvent Did(
        string action, string target, string? detail = null, AuditResult result = AuditResult.Success) =>
        new(Name, Role, Address, action, target, result, detail);
}
