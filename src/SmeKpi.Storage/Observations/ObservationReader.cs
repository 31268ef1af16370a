using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Observations;

/// <summary>Reads single values with their lineage: file, cell, since when known.</summary>
public sealed class ObservationReader(IDbContextFactory<SmeKpiContext> contexts)
{
    // SQL Server takes 2,100 parameters at most.
    private const int IdsPerQuery = 1_000;

    /// <returns>All vintages of one value, oldest first; empty when there is none.</returns>
    public async Task<IReadOnlyList<Vintage>> VintagesAsync(
        SeriesKey series, YearMonth month, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(VintagesOf(context, series, month), cancellationToken);
    }

    /// <returns>One stored observation, as snapshots name it; null when there is none.</returns>
    public async Task<Vintage?> FindAsync(long observationId, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await ReadAsync(WithId(context, observationId), cancellationToken)).SingleOrDefault();
    }

    /// <returns>The stored observations of these ids, in no order; unknown ids are left out.</returns>
    public async Task<IReadOnlyList<Vintage>> FindAsync(
        IReadOnlyCollection<long> observationIds, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<Vintage> found = [];
        foreach (long[] some in observationIds.Chunk(IdsPerQuery))
        {
            found.AddRange(await ReadAsync(WithIds(context, some), cancellationToken));
        }

        return found;
    }

    /// <returns>Every vintage of every value, without what is known about its file, by the import that stored it.</returns>
    public async Task<ILookup<int, Figure>> ByImportAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        Dictionary<int, SeriesKey> series = await context.Series.AsNoTracking().ToDictionaryAsync(
            row => row.Id,
            row => new SeriesKey(
                row.Indicator, row.Scope, row.BankCode.Length == 0 ? null : row.BankCode, row.RegionCode),
            cancellationToken);
        Dictionary<(int, short), string> sheets = await context.ImportSheets.AsNoTracking().ToDictionaryAsync(
            row => (row.ImportId, row.Number), row => row.Name, cancellationToken);
        List<ObservationRow> rows = await All(context).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.ImportId, row => new Figure(
            series[row.SeriesId],
            YearMonth.FromNumber(row.Month),
            new StoredNumber(row.AmountFen, row.Count, row.RateMillionths).ToQuantity(),
            new SourceCell(
                sheets.GetValueOrDefault((row.ImportId, row.SheetNumber), string.Empty), row.CellRow, row.CellColumn)));
    }

    /// <param name="rows">The rows that whoever asks may see.</param>
    /// <param name="city">The code of the city, whose totals everyone sees.</param>
    /// <returns>The newest vintage of each value known at the moment, by region, bank, scope and month.</returns>
    public async Task<IReadOnlyList<Vintage>> QueryAsync(
        ObservationQuery query, RowScope rows, string city, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(Newest(context, query, rows, city), cancellationToken);
    }

    /// <param name="query">Its as-of moment leaves out what became known later.</param>
    /// <param name="rows">The rows that whoever asks may see.</param>
    /// <param name="city">The code of the city, whose totals everyone sees.</param>
    /// <returns>Every vintage of each value known by the moment, by month, region and age, oldest first.</returns>
    public async Task<IReadOnlyList<Vintage>> HistoryAsync(
        ObservationQuery query, RowScope rows, string city, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(History(context, query, rows, city), cancellationToken);
    }

    internal static IQueryable<Line> VintagesOf(SmeKpiContext context, SeriesKey key, YearMonth month)
    {
        string bank = key.Bank ?? string.Empty;
        int number = month.Number;
        return Lines(context, context.Observations.Where(row => row.Month == number))
            .Where(line => line.Series.Indicator == key.Indicator && line.Series.Scope == key.Scope
                && line.Series.BankCode == bank && line.Series.RegionCode == key.Region)
            .OrderBy(line => line.Row.KnownSinceTicks);
    }

    internal static IQueryable<Line> WithIds(SmeKpiContext context, IReadOnlyCollection<long> ids) =>
        Lines(context, context.Observations.Where(row => ids.Contains(row.Id)));

    internal static IQueryable<Line> WithId(SmeKpiContext context, long id) =>
        Lines(context, context.Observations.Where(row => row.Id == id));

    internal static IQueryable<Line> Newest(SmeKpiContext context, ObservationQuery query, RowScope rows, string city)
    {
        long asOf = Ticks.UpTo(query.AsOf);
        int from = query.From?.Number ?? 0;
        int to = query.To?.Number ?? int.MaxValue;
        IQueryable<ObservationRow> newest = context.Observations.Where(row =>
            row.Month >= from && row.Month <= to && row.KnownSinceTicks <= asOf
            && !context.Observations.Any(later => later.SeriesId == row.SeriesId && later.Month == row.Month
                && later.KnownSinceTicks > row.KnownSinceTicks && later.KnownSinceTicks <= asOf));
        return Chosen(Lines(context, newest, SeenRows.Of(context.Series, rows, city)), query)
            .OrderBy(line => line.Series.RegionCode)
            .ThenBy(line => line.Series.BankCode)
            .ThenBy(line => line.Series.Scope)
            .ThenBy(line => line.Row.Month);
    }

    internal static IQueryable<Line> History(SmeKpiContext context, ObservationQuery query, RowScope rows, string city)
    {
        long asOf = Ticks.UpTo(query.AsOf);
        int from = query.From?.Number ?? 0;
        int to = query.To?.Number ?? int.MaxValue;
        IQueryable<ObservationRow> known = context.Observations.Where(row =>
            row.Month >= from && row.Month <= to && row.KnownSinceTicks <= asOf);
        return Chosen(Lines(context, known, SeenRows.Of(context.Series, rows, city)), query)
            .OrderBy(line => line.Row.Month)
            .ThenBy(line => line.Series.RegionCode)
            .ThenBy(line => line.Row.KnownSinceTicks);
    }

    internal static IQueryable<ObservationRow> All(SmeKpiContext context) =>
        context.Observations.AsNoTracking().OrderBy(row => row.Id);

    private static IQueryable<Line> Chosen(IQueryable<Line> lines, ObservationQuery query) => lines
        .Where(line => line.Series.Indicator == query.Indicator
            && (query.Scope == null || line.Series.Scope == query.Scope)
            && (query.Bank == null || line.Series.BankCode == query.Bank)
            && (query.Region == null || line.Series.RegionCode == query.Region));

    private static IQueryable<Line> Lines(SmeKpiContext context, IQueryable<ObservationRow> rows) =>
        Lines(context, rows, context.Series);

    private static IQueryable<Line> Lines(
        SmeKpiContext context, IQueryable<ObservationRow> rows, IQueryable<SeriesRow> seen) =>
        from row in rows
        join series in seen on row.SeriesId equals series.Id
        join import in context.Imports on row.ImportId equals import.Id
        from sheet in context.ImportSheets
            .Where(sheet => sheet.ImportId == row.ImportId && sheet.Number == row.SheetNumber).DefaultIfEmpty()
        select new Line { Row = row, Series = series, Import = import, Sheet = sheet.Name };

    private static async Task<IReadOnlyList<Vintage>> ReadAsync(
        IQueryable<Line> lines, CancellationToken cancellationToken)
    {
        List<Line> read = await lines.AsNoTracking().ToListAsync(cancellationToken);
        return [.. read.Select(ToVintage)];
    }

    private static Vintage ToVintage(Line line) => new(
        line.Row.Id,
        new SeriesKey(
            line.Series.Indicator,
            line.Series.Scope,
            line.Series.BankCode.Length == 0 ? null : line.Series.BankCode,
            line.Series.RegionCode),
        YearMonth.FromNumber(line.Row.Month),
        new StoredNumber(line.Row.AmountFen, line.Row.Count, line.Row.RateMillionths).ToQuantity(),
        line.Row.Status,
        line.Row.Synthetic,
        Ticks.ToMoment(line.Row.KnownSinceTicks),
        line.Import.Id,
        line.Import.FileName,
        line.Import.Sha256,
        new SourceCell(line.Sheet ?? string.Empty, line.Row.CellRow, line.Row.CellColumn),
        line.Import.Actor,
        line.Import.Publisher,
        line.Import.Title,
        line.Import.Address);

    /// <summary>An observation with what it refers to.</summary>
    internal sealed class Line
    {
        public required ObservationRow Row { get; init; }

        public required SeriesRow Series { get; init; }

        public required ImportRow Import { get; init; }

        /// <summary>Null where the file has no sheets.</summary>
        public string? Sheet { get; init; }
    }
}
