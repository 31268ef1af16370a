using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Readers;

/// <summary>The door to what was known at two moments: every reading of an area, its figures, and the files in between.</summary>
internal sealed class VisibleComparison(
    CurrentViewer current,
    VisibleFigures figures,
    VisibleVintages vintages,
    CityData all,
    LineageReader lineage,
    ObservationReader observations,
    ImportRows files,
    BankViews views,
    Law law)
{
    private static readonly TimeSpan s_week = TimeSpan.FromDays(7);

    /// <param name="query">Month, area, and one of the moments.</param>
    /// <param name="with">The other moment; null for a week before the newest import.</param>
    /// <returns>Null when the area is not the viewer's to see.</returns>
    public async Task<MomentComparison?> ReadAsync(ViewQuery query, DateTimeOffset? with, CancellationToken cancellationToken)
    {
        if (await figures.AboutAsync(query, null, cancellationToken) is not { } about)
        {
            return null;
        }

        DateTimeOffset other = with ?? (await all.KnownSinceAsync(query.AsOf, cancellationToken)).Subtract(s_week);
        bool isSwapped = query.AsOf is { } given && given < other;
        DateTimeOffset early = isSwapped ? query.AsOf!.Value : other;
        DateTimeOffset? late = isSwapped ? other : query.AsOf;
        IReadOnlyList<(ReadingDefinition Definition, Provision Provision, ReadingTrace? Trace)> before =
            await TracesAsync(about, early, cancellationToken);
        IReadOnlyList<(ReadingDefinition Definition, Provision Provision, ReadingTrace? Trace)> now =
            await TracesAsync(about, late, cancellationToken);
        return new MomentComparison(
            about,
            early,
            late,
            [.. before.Zip(now, (then, after) => new ComparedReading(
                then.Provision, then.Definition, then.Trace?.Reading, after.Trace?.Reading))],
            Figures([.. before.Select(each => each.Trace)], [.. now.Select(each => each.Trace)]),
            await CausesAsync(about, before.Select(each => each.Trace), now.Select(each => each.Trace), cancellationToken));
    }

    private async Task<IReadOnlyList<(ReadingDefinition, Provision, ReadingTrace?)>> TracesAsync(
        LineageSubject about, DateTimeOffset? moment, CancellationToken cancellationToken)
    {
        MasterData master = await all.MasterAsync(moment, cancellationToken);
        RowScope rows = VisibleCity.WithZones(await current.RowsAsync(Right.BanksRead), master);
        List<(ReadingDefinition, Provision, ReadingTrace?)> traces = [];
        foreach (Kpi kpi in KpiCatalog.All)
        {
            Provision provision = law.Policy.Provision(kpi.Id);
            foreach (ReadingDefinition reading in provision.Readings)
            {
                traces.Add((reading, provision, await lineage.TraceAsync(
                    kpi, reading.Name, about.Month, about.Subject, moment, rows, cancellationToken)));
            }
        }

        return traces;
    }

    private List<ComparedFigure> Figures(IReadOnlyList<ReadingTrace?> before, IReadOnlyList<ReadingTrace?> now)
    {
        Dictionary<FigureRequest, decimal?> then = Numbers(before);
        Dictionary<FigureRequest, decimal?> after = Numbers(now);
        return
        [
            .. after.Keys.Union(then.Keys).Select(request =>
            {
                Indicator indicator = law.Indicators.Find(request.Indicator)!;
                return new ComparedFigure(
                    request,
                    indicator,
                    law.Indicators.FindScope(request.Scope)!.Name,
                    Value(then.GetValueOrDefault(request), indicator),
                    Value(after.GetValueOrDefault(request), indicator));
            }),
        ];
    }

    /// <summary>The values that the later moment rests on and the earlier did not, by the file that brought them.</summary>
    private async Task<IReadOnlyList<ComparedCause>> CausesAsync(
        LineageSubject about, IEnumerable<ReadingTrace?> before, IEnumerable<ReadingTrace?> now, CancellationToken cancellationToken)
    {
        MasterData master = await all.MasterAsync(null, cancellationToken);
        RowScope rows = VisibleCity.WithZones(await current.RowsAsync(Right.CellsRead), master);
        string home = Subjects.City(master).Code;
        HashSet<long> known = [.. Parts(before).Select(part => part.Known.ObservationId)];
        long[] brought =
        [
            .. Parts(now).Where(part => rows.Sees(part.Series.Region, part.Series.Bank, home))
                .Select(part => part.Known.ObservationId).Where(id => !known.Contains(id)).Distinct(),
        ];
        List<ComparedCause> causes = [];
        foreach (IGrouping<int, Vintage> import in (await observations.FindAsync(brought, cancellationToken))
            .OrderByDescending(cell => cell.KnownSince).ThenBy(cell => cell.ObservationId).GroupBy(cell => cell.ImportId))
        {
            bool isOpen = await files.IsOpenAsync(import.Key, rows, home, cancellationToken);
            causes.Add(new ComparedCause(
                import.First().KnownSince,
                isOpen ? import.First().FileName : string.Empty,
                await vintages.FileOfAsync(import.Key, cancellationToken),
                [.. isOpen ? import : import.Select(LineageReader.WithoutFile)]));
        }

        await views.RecordAsync(
            causes.SelectMany(cause => cause.Cells).Select(cell => cell.Series.Bank).OfType<string>(),
            about.Subject.Region, about.Month, about.Month, cancellationToken);
        return causes;
    }

    private static IEnumerable<(SeriesKey Series, YearMonth Month, KnownValue Known)> Parts(IEnumerable<ReadingTrace?> traces) =>
        traces.OfType<ReadingTrace>().SelectMany(trace => trace.Figures).SelectMany(figure => figure.Parts);

    private static Dictionary<FigureRequest, decimal?> Numbers(IEnumerable<ReadingTrace?> traces) => traces.OfType<ReadingTrace>()
        .SelectMany(trace => trace.Figures).DistinctBy(figure => figure.Figure.Request)
        .ToDictionary(figure => figure.Figure.Request, figure => figure.Figure.Number);

    private static Quantity? Value(decimal? number, Indicator indicator) =>
        number is { } known ? new Quantity(known, indicator.Unit) : null;
}
