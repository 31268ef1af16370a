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

    /// <summary>成文日期</summary>
    public DateOnly? SignedOn { get; init; }

    public required DateOnly Released { get; init; }

    /// <summary>The last day in force.</summary>
    public required DateOnly ValidUntil { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    public required IReadOnlyList<Provision> Provisions { get; init; }

    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>SHA-256 over all files of the policy, hex: the version that stored readings name.</summary>
    public required string Version { get; init; }

    /// <summary>The words before the first measure, verbatim.</summary>
    public string Preamble { get; init; } = string.Empty;

    /// <summary>The words after the last measure, verbatim.</summary>
    public string Closing { get; init; } = string.Empty;

    /// <summary>True when every measure binds the counties as well, though they are not named.</summary>
    public bool CountiesIncluded { get; init; }

    /// <summary>从优不重复: what holds when another policy grants the same benefit.</summary>
    public LocalizedText? ConflictRule { get; init; }

    /// <summary>The id of the office that interprets the policy.</summary>
    public string? InterpretedBy { get; init; }

    /// <summary>Where the text was published; null when it was not loaded from files.</summary>
    public PolicySource? Source { get; init; }

    /// <summary>历史季节进度 for M01.1; null when the policy has none.</summary>
    public SeasonalProfile? SeasonalProfile { get; init; }

    /// <summary>How year ends are forecast; null when the policy was not loaded from files.</summary>
    public ForecastRules? Forecasts { get; init; }

    /// <exception cref="KeyNotFoundException">The policy has no such provision.</exception>
    public Provision Provision(string id) => Provisions.FirstOrDefault(provision => provision.Id == id)
        ?? throw new KeyNotFoundException($"The policy {Id} has no provision {id}.");
}

/// <summary>One of the ten measures (措施).</summary>
/// <param name="Text">Verbatim, without the heading.</param>
/// <param name="Responsible">Department ids in the order of the text.</param>
public sealed record Measure(
    int Number, LocalizedText Title, string Text, IReadOnlyList<string> Responsible, LocalizedText Summary);

/// <summary>Where a text or table was published.</summary>
public sealed record PolicySource(string Publisher, string Title, string Number, DateOnly Date, Uri Address);

/// <summary>责任单位: a responsible office.</summary>
public sealed record Department(string Id, LocalizedText Name);
