using SmeKpi.Core.Units;

namespace SmeKpi.Core.Policies;

/// <summary>The ten measures as data: text, departments, provisions.</summary>
public sealed record PolicyDocument
{
    /// <summary>As in yancheng-2025: the folder name.</summary>
    public required string Id { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>文号</summary>
    public required string Number { get; init; }

    public required DateOnly Released { get; init; }

    /// <summary>The last day in force.</summary>
    public required DateOnly ValidUntil { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    public required IReadOnlyList<Provision> Provisions { get; init; }

    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>Used for M01.1 until there is enough local history; null when the policy ships none.</summary>
    public SeasonalProfile? SeasonalProfile { get; init; }

    /// <summary>SHA-256 over all files of the policy, hex: the version that stored readings name.</summary>
    public required string Version { get; init; }

    public Provision Provision(string id) => Provisions.FirstOrDefault(provision => provision.Id == id)
        ?? throw new KeyNotFoundException($"The policy {Id} has no provision {id}.");
}

/// <summary>One of the ten measures (措施).</summary>
/// <param name="Text">Verbatim, without the heading.</param>
/// <param name="Responsible">Department ids in the order of the text.</param>
public sealed record Measure(
    int Number, LocalizedText Title, string Text, IReadOnlyList<string> Responsible, LocalizedText Summary);

/// <summary>责任单位: a responsible office.</summary>
public sealed record Department(string Id, LocalizedText Name);
