using SmeKpi.Core.Access;
using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Exploring;
using SmeKpi.Storage.Views;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Dashboards;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Exploring;

/// <summary>Explorer page: the question of the address and its answer.</summary>
internal sealed class ExplorerReader(
    VisibleExplorer explorer,
    SavedViewDesk desk,
    CurrentViewer current,
    IHttpContextAccessor accessor,
    DashboardShelf dashboards,
    Law law)
{
    private const int MostColumns = 130;

    /// <param name="given">Every part of the address.</param>
    public async Task<ExplorerView> ReadAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> given, ViewQuery query, int page, CancellationToken cancellationToken)
    {
        (Exploration question, IReadOnlyList<ExplorationFault> unread) = ExplorationAddress.Read(WithKept(given));
        ExplorationAnswer answer = await explorer.AskAsync(question, query.AsOf, MostColumns, cancellationToken);
        Viewer viewer = await current.GetAsync();
        return new ExplorerView(
            dashboards.Current.Of(PageKind.Explorer),
            question,
            query,
            [.. unread, .. answer.Faults, .. FaultsOf(query)],
            law.Indicators,
            answer.Seen,
            answer.Table,
            page)
        {
            Events = answer.Table is { Frame: var frame }
                ? await explorer.EventsAsync(frame, query.AsOf, cancellationToken)
                : EventList.None,
            Views = await desk.ListAsync(viewer, cancellationToken),
            MaySave = await current.AllowsAsync(Right.ViewsWrite),
            Reader = viewer.Name,
        };
    }

    /// <returns>Null when the view was saved.</returns>
    public async Task<SavedViewRefusal?> SaveAsync(
        ExplorerView view, string name, bool shared, CancellationToken cancellationToken) =>
        (await desk.SaveAsync(name, view.Address(path: ""), shared, await current.GetAsync(), Address, cancellationToken)).Refusal;

    public async Task<SavedViewRefusal?> WithdrawAsync(int id, CancellationToken cancellationToken) =>
        await desk.WithdrawAsync(id, await current.GetAsync(), Address, cancellationToken);

    private string? Address => accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();

    private static IReadOnlyList<ExplorationFault> FaultsOf(ViewQuery query) => query.Rejected.Contains("asOf")
        ? [new ExplorationFault("asOf", "?", ExplorationFaultKind.Unknown, Api.KpiParameters.MomentForm)]
        : [];

    /// <summary>Links from other pages bring a month and an area.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> WithKept(IReadOnlyDictionary<string, IReadOnlyList<string>> given)
    {
        Dictionary<string, IReadOnlyList<string>> all = new(given);
        Take("month", "to");
        Take("region", "area");
        return all;

        void Take(string kept, string part)
        {
            if (!all.ContainsKey(part) && all.TryGetValue(kept, out IReadOnlyList<string>? values))
            {
                all[part] = values;
            }
        }
    }
}
