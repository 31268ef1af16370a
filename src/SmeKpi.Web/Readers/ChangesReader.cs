using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Readers;

/// <summary>Changes page: which values and which readings of the targets are other ones than at a moment.</summary>
internal sealed class ChangesReader(VisibleVintages vintages, VisibleCity city, Law law)
{
    private static readonly TimeSpan s_week = TimeSpan.FromDays(7);

    public async Task<ChangesView> ReadAsync(ChangesQuery query, CancellationToken cancellationToken)
    {
        DateTimeOffset since = query.Since ?? (await city.KnownSinceAsync(query.Until, cancellationToken)).Subtract(s_week);
        ChangeQuery asked = new(since, query.Until, Revised: !query.IsNew);
        (_, int other) = await vintages.ChangesAsync(asked with { Revised = query.IsNew }, 0, 0, cancellationToken);
        (IReadOnlyList<StoredChange> found, int count, int page, int pages) = await PageAsync(asked, query.Page, cancellationToken);
        MasterData master = await city.MasterAsync(query.Until, cancellationToken);
        List<ChangeLine> lines = [];
        foreach (StoredChange change in found)
        {
            lines.Add(Line(change, master, await vintages.FileOfAsync(change.Now.ImportId, cancellationToken)));
        }

        return new ChangesView(
            query, since, lines, page, pages, count, other, await ReadingsAsync(query, since, master, cancellationToken));
    }

    private async Task<(IReadOnlyList<StoredChange> Found, int Count, int Page, int Pages)> PageAsync(
        ChangeQuery asked, int wanted, CancellationToken cancellationToken)
    {
        (_, int count) = await vintages.ChangesAsync(asked, 0, 0, cancellationToken);
        int pages = Math.Max(1, (count + ChangesView.PageSize - 1) / ChangesView.PageSize);
        int page = Math.Clamp(wanted, 1, pages);
        (IReadOnlyList<StoredChange> found, _) =
            await vintages.ChangesAsync(asked, (page - 1) * ChangesView.PageSize, ChangesView.PageSize, cancellationToken);
        return (found, count, page, pages);
    }

    private ChangeLine Line(StoredChange change, MasterData master, ImportAddress? import)
    {
        Vintage now = change.Now;
        SeriesKey series = now.Series;
        return new ChangeLine(
            series,
            law.Indicators.Find(series.Indicator)?.Name ?? Plain(series.Indicator),
            law.Indicators.FindScope(series.Scope)?.Name ?? Plain(series.Scope),
            series.Bank is { } bank ? master.FindBank(bank)?.Name ?? Plain(bank) : null,
            master.FindRegion(series.Region)?.Name ?? Plain(series.Region),
            now.Month,
            change.Before,
            now.Value,
            now.Value is { } value && change.Before is { } before && before.Unit == value.Unit ? value.Minus(before) : null,
            now.KnownSince,
            import is null ? string.Empty : now.FileName,
            import)
        {
            CellAddress = FigureAddress.Cell(now.ObservationId),
        };
    }

    private async Task<IReadOnlyList<ReadingChange>> ReadingsAsync(
        ChangesQuery query, DateTimeOffset since, MasterData master, CancellationToken cancellationToken)
    {
        if (await city.MonthsAsync(query.Until, cancellationToken) is not [var first, .., var last])
        {
            return [];
        }

        string home = Subjects.City(master).Code;
        ReadingQuery ruling = new(home, first, last, Reading: "ruling", Subjects: [new Subject(home)]);
        Dictionary<(string, YearMonth), KpiReading> before =
            (await city.ReadingsAsync(ruling with { AsOf = since }, cancellationToken))
            .ToDictionary(reading => (reading.Id, reading.Month));
        return
        [
            .. (await city.ReadingsAsync(ruling with { AsOf = query.Until }, cancellationToken))
                .Select(now => new ReadingChange(law.Policy.Provision(now.Id), now.Month, before.GetValueOrDefault((now.Id, now.Month)), now))
                .Where(change => change.Now.Actual is not null || change.Before?.Actual is not null)
                .Where(change => query.IsNew == change.Before?.Actual is null)
                .Where(change => change.Before?.Actual != change.Now.Actual || change.Before?.Standing != change.Now.Standing)
                .OrderByDescending(change => change.Month)
                .ThenBy(change => change.Provision.Id, StringComparer.Ordinal),
        ];
    }

    private static LocalizedText Plain(string code) => new(code, code);
}
