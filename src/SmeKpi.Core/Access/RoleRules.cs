using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Access;

/// <summary>How a session of a role is kept.</summary>
/// <param name="RequiresSecondFactor">Nothing but setting up the second factor works without it.</param>
/// <param name="Idle">Time without a request that ends a session.</param>
/// <param name="Absolute">Time that ends a session in any case.</param>
/// <param name="IsSingle">A new sign-in ends the older sessions.</param>
public sealed record RoleRule(Role Role, bool RequiresSecondFactor, TimeSpan Idle, TimeSpan Absolute, bool IsSingle);

/// <summary>Second factor and length of sessions by role, as declared in seed-data/access/roles.csv.</summary>
public sealed class RoleRules
{
    public const string FileName = "roles.csv";

    private static readonly Dictionary<string, bool> s_required = new() { ["required"] = true, ["offered"] = false };
    private static readonly Dictionary<string, bool> s_yes = new() { ["yes"] = true, ["no"] = false };

    private readonly Dictionary<Role, RoleRule> _rules;

    private RoleRules(TableFile file) => _rules = file.Rows
        .Select(row => new RoleRule(
            RoleNames.Find(row.Name)!.Value,
            row.Word("second-factor", s_required),
            TimeSpan.FromMinutes(row.Number("idle-minutes", 1, 480)),
            TimeSpan.FromHours(row.Number("absolute-hours", 1, 24)),
            row.Word("single-session", s_yes)))
        .ToDictionary(rule => rule.Role);

    public RoleRule this[Role role] => _rules[role];

    /// <exception cref="DataFileException">The table is missing, incomplete or holds an unknown word.</exception>
    public static RoleRules Load(string directory)
    {
        TableFile file = TableFile.Read(
            Path.Combine(directory, FileName),
            ["role", "second-factor", "idle-minutes", "absolute-hours", "single-session"]);
        file.MustHave(RoleNames.All.Select(RoleNames.Of));
        return new RoleRules(file);
    }
}
