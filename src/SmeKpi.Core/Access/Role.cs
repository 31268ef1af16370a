namespace SmeKpi.Core.Access;

/// <summary>
/// What an account is for (角色). An account has exactly one, so that duties that must be kept apart cannot meet in one
/// account: the three administrators (三员), and the maker and the signer of a bank's filing.
/// </summary>
/// <remarks>Source of the separation: GB/T 22239-2019, 8.1.4.2 d; design.md §10.</remarks>
public enum Role
{
    /// <summary>市领导: sees the city, its counties and which bank moves them.</summary>
    Leader,

    /// <summary>监管人员: checks each bank.</summary>
    Regulator,

    /// <summary>分析人员: drills down to the cell.</summary>
    Analyst,

    /// <summary>部门: answers for tasks of the measures.</summary>
    Department,

    /// <summary>银行填报人: prepares the figures of one bank.</summary>
    BankReporter,

    /// <summary>银行签发人: signs the figures of one bank.</summary>
    BankSigner,

    /// <summary>系统管理员: runs the program and its jobs.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: keeps accounts and their roles.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: reads and exports what was recorded.</summary>
    AuditAdministrator,
}

/// <summary>Roles as files, addresses and the API write them.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, Role> s_byName =
        Enum.GetValues<Role>().ToDictionary(Of, StringComparer.Ordinal);

    public static IReadOnlyCollection<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>BankReporter is bank-reporter.</summary>
    public static string Of(Role role) => string.Concat(role.ToString().Select((letter, at) =>
        char.IsUpper(letter) ? (at > 0 ? "-" : string.Empty) + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <returns>Null when no role has the name.</returns>
    public static Role? Find(string? name) => name is not null && s_byName.TryGetValue(name, out Role role) ? role : null;

    /// <summary>Whether an account of the role belongs to one bank.</summary>
    public static bool IsOfBank(this Role role) => role is Role.BankReporter or Role.BankSigner;

    /// <summary>Whether the role is one of the three administrators, who see no statistics.</summary>
    public static bool IsAdministrator(this Role role) =>
        role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;
}
