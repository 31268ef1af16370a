using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>What the panels of a dashboard draw from.</summary>
/// <param name="Address">The query part of the address, so that links keep month, as-of moment and area.</param>
public sealed record BoardView(
    IReadOnlyList<TargetView> Targets, IReadOnlyList<Provision> Provisions, string Address)
{
    public TargetView Target(string id) => Targets.Single(target => target.Id == id);
}

/// <summary>A panel in a row of a dashboard, as the dashboards' files say it.</summary>
/// <param name="Kind">target-tile, target-gauge, year-chart, rival-readings, bank-table, region-table, contributors,
/// provision-list or note.</param>
/// <param name="Kpi">The provision the panel shows; null for a note.</param>
/// <param name="Text">Only for a note.</param>
public sealed record PanelPlace(string Kind, string? Kpi = null, LocalizedText? Text = null);

/// <summary>The arrangement used where no dashboard file says otherwise.</summary>
public static class StandardBoards
{
    /// <summary>Five tiles, then who moved the amount that the first of them counts.</summary>
    public static IReadOnlyList<IReadOnlyList<PanelPlace>> Overview(IReadOnlyList<TargetView> targets) =>
    [
        [.. targets.Select(target => new PanelPlace("target-tile", target.Id))],
        [.. targets.Take(1).Select(target => new PanelPlace("contributors", target.Id))],
    ];

    public static IReadOnlyList<IReadOnlyList<PanelPlace>> Target(string id) =>
    [
        [new("target-gauge", id), new("year-chart", id)],
        [new("rival-readings", id)],
        [new("contributors", id)],
        [new("bank-table", id), new("region-table", id)],
    ];
}
