using SmeKpi.Core.Access;
using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Readers;

/// <summary>The door to what moved a target: computed from everything, cut to the rows of the viewer.</summary>
internal sealed class VisibleCauses(
    VisibleCity city, CurrentViewer current, FigureShelf shelf, BankViews views, PolicyDocument policy)
{
    /// <summary>Targets that are divided over banks and counties.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [NetNewLoans.Id, LoanGrowth.Id, InclusiveGrowthGap.Id, CorporateRateDrop.Id];

    /// <summary>Both divisions of the ruling reading of a target page.</summary>
    /// <returns>Null where nothing is divided or seen.</returns>
    public async Task<TargetCauses?> OfPageAsync(
        string id, ViewData data, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (!Ids.Contains(id) || !data.SeesCity)
        {
            return null;
        }

        string ruling = policy.Provision(id).Readings.First(reading => reading.IsRuling).Name;
        return new TargetCauses(
            data.BankRows == BankRows.Every
                && await ReadAsync(id, ruling, data.Month, data.Region, AttributedBy.Bank, asOf, cancellationToken) is { } banks
                && (banks.Rows.Count > 0 || banks.IsWhole)
                ? banks
                : null,
            data.Master.FindRegion(data.Region)?.Kind == RegionKind.City
                ? await ReadAsync(id, ruling, data.Month, data.Region, AttributedBy.County, asOf, cancellationToken)
                : null);
    }

    /// <returns>Null when the reading cannot be divided, or the area's own value is not for the viewer to see.</returns>
    public async Task<CausesView?> ReadAsync(
        string id,
        string reading,
        YearMonth month,
        string region,
        AttributedBy by,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        MasterData all = await city.MasterAsync(asOf, cancellationToken);
        ReadingQuery query = new(Subjects.City(all).Code, month, month, id, reading, [new Subject(region)], asOf);
        IReadOnlyList<KpiReading> area = await city.ReadingsAsync(query, cancellationToken);
        ReadingDefinition? definition = policy.Provision(id).Readings.FirstOrDefault(each => each.Name == reading);
        if (definition is null || area is not [{ Standing: not Standing.Withheld } own])
        {
            return null;
        }

        CausesView? causes = await shelf.ReadAsync(
            asOf,
            figures => CausesMapping.Of(new KpiInput(figures, policy, month, new Subject(region)), id, definition, by),
            cancellationToken);
        return causes is null ? null : (by == AttributedBy.Bank
            ? await OfBanksAsync(causes, all, cancellationToken)
            : await OfCountiesAsync(causes, query, cancellationToken)) with { Synthetic = own.Synthetic };
    }

    /// <summary>Which of these areas the viewer sees, small groups left out.</summary>
    public async Task<IReadOnlySet<string>> OpenAreasAsync(
        ReadingQuery query, IEnumerable<string> areas, CancellationToken cancellationToken)
    {
        IReadOnlyList<KpiReading> readings = await city.ReadingsAsync(
            query with { Subjects = [.. areas.Select(code => new Subject(code))] }, cancellationToken);
        return readings.Where(reading => reading.Standing != Standing.Withheld)
            .Select(reading => reading.Subject.Region).ToHashSet();
    }

    private async Task<CausesView> OfBanksAsync(CausesView causes, MasterData all, CancellationToken cancellationToken)
    {
        RowScope rows = VisibleCity.WithZones(await current.RowsAsync(Right.BanksRead), all);
        string home = Subjects.City(all).Code;
        CausesView seen = Cut(causes, [.. causes.Rows.Where(row => rows.Sees(causes.Region, row.Code, home))]);
        await views.RecordAsync(
            seen.Rows.Select(row => row.Code), causes.Region, causes.Month, causes.Month, cancellationToken);
        return seen;
    }

    private async Task<CausesView> OfCountiesAsync(
        CausesView causes, ReadingQuery query, CancellationToken cancellationToken)
    {
        IReadOnlySet<string> open = await OpenAreasAsync(query, causes.Rows.Select(row => row.Code), cancellationToken);
        MasterData seen = await city.MasterAsync(query.AsOf, cancellationToken);
        return Cut(causes,
        [
            .. causes.Rows.Where(row => seen.FindRegion(row.Code) is not null)
                .Select(row => open.Contains(row.Code)
                    ? row
                    : row with { Effect = null, Terms = [], Rate = null, Presence = Presence.Continuing, LacksMonths = false, IsWithheld = true }),
        ]);
    }

    // With a row missing, the remainder and the sums of the effects would give it away.
    private static CausesView Cut(CausesView causes, IReadOnlyList<CauseRow> rows) =>
        rows.Count == causes.Rows.Count && !rows.Any(row => row.IsWithheld)
            ? causes
            : causes with
            {
                Rows = CausesMapping.Sorted(rows),
                Remainder = null,
                RateEffect = null,
                MixEffect = null,
                IsWhole = false,
            };
}
