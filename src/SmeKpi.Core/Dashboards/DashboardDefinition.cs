using SmeKpi.Core.Units;

namespace SmeKpi.Core.Dashboards;

/// <summary>What a file of the dashboards folder says: panels by key, and apart from them where they stand.</summary>
/// <param name="Id">The name of the file without its ending.</param>
/// <param name="Target">The target whose page it is, as in M01.1; null for a page of its own.</param>
/// <param name="Panels">In the order of the file.</param>
/// <param name="Layout">Rows of panel keys; every panel stands in it once.</param>
public sealed record DashboardDefinition(
    string Id,
    string? Target,
    LocalizedText Title,
    IReadOnlyList<PanelDefinition> Panels,
    IReadOnlyList<IReadOnlyList<string>> Layout)
{
    /// <exception cref="KeyNotFoundException">The dashboard has no such panel.</exception>
    public PanelDefinition Panel(string key) => Panels.FirstOrDefault(panel => panel.Key == key)
        ?? throw new KeyNotFoundException($"The dashboard {Id} has no panel {key}.");
}
