using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Exploring;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Exploring;

/// <summary>Explorer page: the question of the address and its answer.</summary>
internal sealed class ExplorerReader(VisibleExplorer explorer, Law law)
{
    private const int MostColumns = 130;

    /// <param name="given">Every part of the address.</param>
    public async Task<ExplorerView> ReadAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> given, ViewQuery query, int page, CancellationToken cancellationToken)
    {
        (Exploration question, IReadOnlyList<ExplorationFault> unread) = ExplorationAddress.Read(WithKept(given));
        ExplorationAnswer answer = await explorer.AskAsync(question, query.AsOf, MostColumns, cancellationToken);
        return new ExplorerView(
            law.Dashboards.First(dashboard => dashboard.Page == PageKind.Explorer),
            question,
            query,
            [
                .. unread, .. answer.Faults,
                .. query.Rejected.Contains("asOf") ? [new ExplorationFault("asOf", "", ExplorationFaultKind.Unknown, Api.KpiParameters.MomentForm)] : Array.Empty<ExplorationFault>(),
            ],
            law.Indicators,
            answer.Seen,
            answer.Table,
            page);
    }

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
