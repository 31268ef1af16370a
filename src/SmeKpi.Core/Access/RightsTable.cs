using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Access;

/// <summary>Who may do what (权限表), as declared in seed-data/access/rights.csv. What it does not grant is denied.</summary>
public sealed class RightsTable
{
    public const string FileName = "rights.csv";

    private const string Anyone = "anyone";
    private const string SecondFactor = "second-factor";

    private static readonly Dictionary<string, Reach> s_reach = new()
    {
        ["-"] = Reach.None, ["own"] = Reach.Own, ["all"] = Reach.Every,
    };

    private static readonly Dictionary<string, bool> s_yes = new() { ["yes"] = true, ["no"] = false };

    private readonly Dictionary<(string Right, Role? Role), Reach> _cells = [];
    private readonly HashSet<string> _confirmed = [];

    private RightsTable(TableFile file)
    {
        foreach (TableRow row in file.Rows)
        {
            _cells[(row.Name, null)] = row.Word(Anyone, s_reach);
            foreach (Role role in RoleNames.All)
            {
                _cells[(row.Name, role)] = row.Word(RoleNames.Of(role), s_reach);
                if (_cells[(row.Name, role)] == Reach.Own && !role.IsOfBank())
                {
                    throw new DataFileException(
                        file.Path, row.Line, $"{RoleNames.Of(role)}: 'own'; expected - or all, the role has no bank");
                }
            }

            if (row.Word(SecondFactor, s_yes))
            {
                _confirmed.Add(row.Name);
            }
        }
    }

    /// <exception cref="DataFileException">The table is missing, incomplete or holds an unknown word.</exception>
    public static RightsTable Load(string directory)
    {
        TableFile file = TableFile.Read(
            Path.Combine(directory, FileName), ["right", SecondFactor, Anyone, .. RoleNames.All.Select(RoleNames.Of)]);
        file.MustHave(Right.All);
        return new RightsTable(file);
    }

    /// <summary>What the table says for a role, before second factor and token are looked at.</summary>
    /// <param name="role">Null for a visitor.</param>
    /// <param name="right">One of <see cref="Right.All"/>.</param>
    /// <exception cref="ArgumentException">There is no such right.</exception>
    public Reach Granted(Role? role, string right) => _cells.TryGetValue((right, role), out Reach reach)
        ? reach
        : throw new ArgumentException($"There is no right '{right}'.", nameof(right));

    /// <summary>Whether a right counts only after a one-time code.</summary>
    public bool NeedsSecondFactor(string right) => _confirmed.Contains(right);

    /// <summary>How far a right of this viewer goes, with second factor and token taken into account.</summary>
    public Reach Of(Viewer viewer, string right)
    {
        if (viewer == Viewer.Program)
        {
            return Reach.Every;
        }

        bool open = (viewer.HasSecondFactor || !NeedsSecondFactor(right))
            && (viewer.Scopes is null || viewer.Scopes.Contains(right));
        return open ? Granted(viewer.Role, right) : Reach.None;
    }

    /// <summary>Whether a right would be this viewer's if only the second factor were given.</summary>
    public bool WaitsForSecondFactor(Viewer viewer, string right) =>
        !viewer.HasSecondFactor && Of(viewer, right) == Reach.None
        && Of(viewer with { HasSecondFactor = true }, right) != Reach.None;

    public bool Allows(Viewer viewer, string right) => Of(viewer, right) != Reach.None;

    /// <summary>The rows that a right opens to a viewer.</summary>
    /// <returns>No banks without the right; own bank only with "own"; the account's counties in any case.</returns>
    public RowScope Rows(Viewer viewer, string right)
    {
        HashSet<string>? regions = viewer.Counties.Count == 0 ? null : [.. viewer.Counties];
        HashSet<string>? banks = Of(viewer, right) switch
        {
            Reach.Every => null,
            Reach.Own when viewer.Bank is { } own => [own],
            _ => [],
        };
        return new RowScope(banks, regions);
    }
}
