using SmeKpi.Core.Units;

namespace SmeKpi.Core.Dashboards;

/// <summary>The pages that are put together from files: each gives its panels other things to draw from.</summary>
public enum PageKind
{
    /// <summary>The five targets on one page</summary>
    Overview,

    /// <summary>One target; one file for each</summary>
    Target,

    /// <summary>All banks under supervision</summary>
    Banks,

    /// <summary>One bank</summary>
    Bank,

    /// <summary>Any indicator by bank, area and month</summary>
    Explorer,

    /// <summary>A page of one's own, made of panels of the overview and of targets; any number of files</summary>
    Board,
}

/// <summary>What a file of the dashboards folder says: panels by key, and apart from them where they stand.</summary>
/// <param name="Id">The name of the file without its ending.</param>
/// <param name="Page">The page that the file puts together.</param>
/// <param name="Target">The target whose page it is, as in M01.1; null for every other page.</param>
/// <param name="Panels">In the order of the file.</param>
/// <param name="Layout">Rows of panel keys; every panel stands in it once.</param>
public sealed record DashboardDefinition(
    string Id,
    PageKind Page,
    string? Target,
    LocalizedText Title,
    IReadOnlyList<PanelDefinition> Panels,
    IReadOnlyList<IReadOnlyList<string>> Layout)
{
    /// <exception cref="KeyNotFoundException">The dashboard has no such panel.</exception>
    public PanelDefinition Panel(string key) => Panels.FirstOrDefault(panel => panel.Key == key)
        ?? throw new KeyNotFoundException($"The dashboard {Id} has no panel {key}.");
}
