using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;
using SmeKpi.Web.Digests;
using SmeKpi.Web.Promises;

namespace SmeKpi.Web.Readers;

/// <summary>What the panels of a dashboard draw from, and where its file puts them.</summary>
/// <param name="Address">The query part of the address, so that links keep month, as-of moment and area.</param>
public sealed record BoardView(
    DashboardDefinition Definition,
    IReadOnlyList<TargetView> Targets,
    IReadOnlyList<Provision> Provisions,
    string Address)
{
    /// <summary>What the address of the page says.</summary>
    public ViewQuery Query { get; init; } = new();

    /// <summary>Which of amount and growth binds; null on pages of one target.</summary>
    public BindingView? Binding { get; init; }

    /// <summary>Every bank that misses figures for any target.</summary>
    public IReadOnlyList<LocalizedText> MissingBanks =>
        [.. Targets.SelectMany(target => target.MissingBanks).Distinct()];
    /// <summary>The month in a few sentences; null on pages that have none.</summary>
    public DigestView? Digest { get; init; }

    /// <summary>Meetings and promises; null for whoever may read none.</summary>
    public PromiseBoard? Promises { get; init; } = PromiseBoard.Empty;

    /// <summary>Rows of panels; those with nothing to show for whoever looks are left out.</summary>
    public IEnumerable<IReadOnlyList<PanelDefinition>> Rows => Definition.Layout
        .Select(row => (IReadOnlyList<PanelDefinition>)[.. row.Select(Definition.Panel).Where(HasContent)])
        .Where(row => row.Count > 0);

    private bool HasContent(PanelDefinition panel) => panel.Kind switch
    {
        PanelKind.BankTable => Target(panel.Kpi).BankRows != BankRows.None,
        PanelKind.RegionTable => Target(panel.Kpi).Regions.Count > 0,
        PanelKind.Contributors => Target(panel.Kpi) is { BankRows: BankRows.Every } or { Regions.Count: > 0 },
        PanelKind.Promises => Promises is not null,
        _ => true,
    };

    /// <exception cref="InvalidOperationException">The page was not given this target.</exception>
    public TargetView Target(string? id) => Targets.FirstOrDefault(target => target.Id == id)
        ?? throw new InvalidOperationException($"The dashboard {Definition.Id} shows {id}, which its page does not read.");

    /// <summary>The provisions of one measure, or of all.</summary>
    public IReadOnlyList<Provision> ProvisionsOf(int? measure) =>
        [.. Provisions.Where(provision => measure is null || provision.Measure == measure)];
}
