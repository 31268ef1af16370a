using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Exploring;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Views;
using SmeKpi.Web.Api;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Exploring;

/// <summary>What the explorer shows.</summary>
/// <param name="Faults">What of the address could not be followed.</param>
/// <param name="Seen">The banks and areas to choose from.</param>
/// <param name="Table">Null when the question cannot be answered.</param>
/// <param name="WantedPage">From 1; a page past the end shows the last one.</param>
public sealed record ExplorerView(
    DashboardDefinition Definition,
    Exploration Question,
    ViewQuery Query,
    IReadOnlyList<ExplorationFault> Faults,
    IndicatorCatalog Indicators,
    MasterData Seen,
    PivotTable? Table,
    int WantedPage)
{
    /// <summary>What happened in the months shown.</summary>
    public EventList Events { get; init; } = EventList.None;

    /// <summary>The reader's own views and those that others share.</summary>
    public IReadOnlyList<SavedView> Views { get; init; } = [];

    /// <summary>Whether the reader may keep views; the name of the account tells which are theirs.</summary>
    public bool MaySave { get; init; }

    public string Reader { get; init; } = "";

    /// <summary>Rows on one page of the table.</summary>
    public const int PageRows = 50;

    public int Pages => Math.Max(1, ((Table?.Rows.Count ?? 0) + PageRows - 1) / PageRows);

    public int Page => Math.Clamp(WantedPage, 1, Pages);

    public IReadOnlyList<PivotRow> Rows => [.. (Table?.Rows ?? []).Skip((Page - 1) * PageRows).Take(PageRows)];

    /// <summary>The address of this question, or of another one as of the same moment.</summary>
    public string Address(Exploration? question = null, int page = 1, string path = "/explore")
    {
        string address = path + ExplorationAddress.Write(question ?? Question);
        address = Query.AsOf is { } asOf ? With(address, $"asOf={Uri.EscapeDataString(Moments.Exact(asOf))}") : address;
        return page == 1 ? address : With(address, $"page={page}");
    }

    private static string With(string address, string part) =>
        address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + part;
}
