using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Readers;

/// <summary>
/// The door to readings and figures taken apart. Figures of areas are for all who see them on pages; the stored values
/// behind them, and the banks that miss one, are cut to the rows of the viewer. Who sees rows of banks leaves a trace.
/// </summary>
internal sealed class VisibleFigures(
    CurrentViewer current,
    VisibleCity city,
    CityData all,
    LineageReader lineage,
    FigureReader figures,
    ObservationReader observations,
    ImportRows files,
    BankViews views,
    Law law)
{
    /// <param name="query">Month, moment and area; the area of null is the city.</param>
    /// <returns>Null when there is no such reading, or it is not the viewer's to see.</returns>
    public async Task<ReadingLineage?> ReadingAsync(
        Kpi kpi, ReadingDefinition reading, ViewQuery query, string? bank, CancellationToken cancellationToken)
    {
        if (await AboutAsync(query, bank, cancellationToken) is not { } about)
        {
            return null;
        }

        MasterData master = await all.MasterAsync(query.AsOf, cancellationToken);
        RowScope rows = VisibleCity.WithZones(await current.RowsAsync(Right.BanksRead), master);
        if (await lineage.TraceAsync(kpi, reading.Name, about.Month, about.Subject, query.AsOf, rows, cancellationToken) is not { } trace)
        {
            return null;
        }

        // Asking for the other readings leaves the trace of a bank's view, if it is one.
        ReadingQuery rivals = new(
            Subjects.City(master).Code, about.Month, about.Month, kpi.Id, Subjects: [about.Subject], AsOf: query.AsOf);
        IReadOnlyList<KpiReading> readings = await city.ReadingsAsync(rivals, cancellationToken);
        Provision provision = law.Policy.Provision(kpi.Id);
        return new ReadingLineage(
            about,
            provision,
            reading,
            trace.Reading,
            trace.Formula,
            [.. trace.Figures.Select(figure => Figure(figure.Figure))],
            [
                .. provision.Readings.Select(each =>
                    new RivalValue(each, readings.FirstOrDefault(found => found.Reading == each.Name))),
            ]);
    }

    /// <param name="origin">Null for the origin that rules.</param>
    /// <returns>Null when the area or bank is not the viewer's to see.</returns>
    public async Task<FigureLineage?> FigureAsync(
        Indicator indicator, StatisticalScope scope, ViewQuery query, string? bank, Origin? origin, CancellationToken cancellationToken)
    {
        if (await AboutAsync(query, bank, cancellationToken) is not { } about)
        {
            return null;
        }

        MasterData master = await all.MasterAsync(query.AsOf, cancellationToken);
        RowScope banks = VisibleCity.WithZones(await current.RowsAsync(Right.BanksRead), master);
        FigureTrace trace = await figures.ReadAsync(
            new FigureRequest(indicator.Code, scope.Code, about.Month), about.Subject, origin, query.AsOf, cancellationToken);
        bool isWithheld = trace.IsSmall && !banks.SeesEveryBank && about.Subject.Region != Subjects.City(master).Code;
        bool seesCells = await current.AllowsAsync(Right.CellsRead);
        IReadOnlyList<FigurePart> parts = isWithheld || !seesCells ? [] : await PartsAsync(trace, master, cancellationToken);
        await views.RecordAsync(
            parts.Select(part => part.Stored.Series.Bank).Append(about.Subject.Bank).OfType<string>(),
            about.Subject.Region, about.Month, about.Month, cancellationToken);
        return new FigureLineage(
            about,
            indicator,
            scope,
            isWithheld ? null : Value(trace.Figure.Number, indicator),
            trace.Figure.Origin,
            trace.Figure.IsComplete,
            trace.Figure.Synthetic,
            isWithheld ? null : trace.Count,
            isWithheld ? [] : [.. trace.Missing.Where(each => banks.SeesBank(each.Code)).Select(each => each.Name)],
            parts,
            isWithheld ? 0 : trace.Parts.Count - parts.Count,
            parts.Count == trace.Parts.Count && parts.Count > 0
                ? Value(parts.Sum(part => part.Stored.Value?.Number ?? 0m), indicator)
                : null,
            isWithheld ? null : Value(trace.Other?.Number, indicator),
            isWithheld,
            seesCells);
    }

    /// <summary>Area, bank and month in names.</summary>
    /// <returns>Null when there is no such subject for the viewer, or no month at all.</returns>
    public async Task<LineageSubject?> AboutAsync(ViewQuery query, string? bank, CancellationToken cancellationToken)
    {
        MasterData master = await city.MasterAsync(query.AsOf, cancellationToken);
        Subject subject = new(query.Region ?? Subjects.City(master).Code, string.IsNullOrEmpty(bank) ? null : bank);
        YearMonth? month = query.Month ?? await city.LastMonthAsync(query.AsOf, cancellationToken);
        return month is { } at && await city.IsOpenAsync() && await city.SeesAsync(subject, query.AsOf, cancellationToken)
            ? new LineageSubject(
                subject,
                at,
                master.FindRegion(subject.Region)!.Name,
                subject.Bank is { } code ? master.FindBank(code)!.Name : null,
                query.AsOf)
            : null;
    }

    private async Task<IReadOnlyList<FigurePart>> PartsAsync(
        FigureTrace trace, MasterData master, CancellationToken cancellationToken)
    {
        RowScope rows = VisibleCity.WithZones(await current.RowsAsync(Right.CellsRead), master);
        RowScope imports = await current.RowsAsync(Right.ImportsRead);
        string home = Subjects.City(master).Code;
        long[] seen =
        [
            .. trace.Parts.Where(part => rows.Sees(part.Series.Region, part.Series.Bank, home))
                .Select(part => part.Known.ObservationId),
        ];
        List<FigurePart> parts = [];
        foreach (Vintage stored in await observations.FindAsync(seen, cancellationToken))
        {
            bool isOpen = await files.IsOpenAsync(stored.ImportId, rows, home, cancellationToken);
            parts.Add(new FigurePart(
                isOpen ? stored : LineageReader.WithoutFile(stored),
                stored.Series.Bank is { } bank ? master.FindBank(bank)?.Name ?? new LocalizedText(bank, bank) : null,
                master.FindRegion(stored.Series.Region)!.Name,
                isOpen && imports.Banks is not { Count: 0 } ? new ImportAddress(stored.ImportId, IsRefusal: false) : null));
        }

        return
        [
            .. parts.OrderBy(part => part.Stored.Series.Bank, StringComparer.Ordinal)
                .ThenBy(part => part.Stored.Series.Region, StringComparer.Ordinal),
        ];
    }

    private LineageFigure Figure(ResolvedFigure figure)
    {
        Indicator indicator = law.Indicators.Find(figure.Request.Indicator)!;
        return new LineageFigure(
            figure, indicator, law.Indicators.FindScope(figure.Request.Scope)!.Name, Value(figure.Number, indicator));
    }

    private static Quantity? Value(decimal? number, Indicator indicator) =>
        number is { } known ? new Quantity(known, indicator.Unit) : null;
}
