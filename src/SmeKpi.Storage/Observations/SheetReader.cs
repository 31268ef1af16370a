using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Observations;

/// <summary>Reads whole sheets of figures as they were known at a moment: one indicator in one scope, banks by areas.</summary>
public sealed class SheetReader(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <param name="version">A version of the data: all that was known by then is committed.</param>
    /// <param name="layout">Series of banks and areas that it does not number are left out.</param>
    /// <param name="months">Without gaps, or with gaps that may as well be read.</param>
    /// <returns>A sheet for each month, an empty one where nothing was known.</returns>
    public async Task<IReadOnlyDictionary<YearMonth, FigureSheet>> ReadAsync(
        DateTimeOffset version,
        string indicator,
        string scope,
        IReadOnlyList<YearMonth> months,
        SheetLayout layout,
        CancellationToken cancellationToken = default)
    {
        Dictionary<YearMonth, FigureSheet> sheets = months.ToDictionary(month => month, month => new FigureSheet(layout, month));
        SnapshotFilter filter = new() { Indicators = [indicator], Scopes = [scope], From = months.Min(), To = months.Max() };
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);

        Dictionary<int, (int Reporter, int Area)> places = [];
        foreach ((int id, SeriesKey series) in await ObservationScan.SeriesAsync(context, filter, cancellationToken))
        {
            if (layout.FindReporter(series.Bank) is { } reporter && layout.FindArea(series.Region) is { } area)
            {
                places.Add(id, (reporter, area));
            }
        }

        if (places.Count > 0)
        {
            await ObservationScan.ReadAsync(context, filter, Ticks.UpTo(version), Take, cancellationToken, bySeries: true);
        }

        return sheets;

        void Take(ScannedObservation row)
        {
            if (places.TryGetValue(row.SeriesId, out (int Reporter, int Area) place)
                && sheets.TryGetValue(YearMonth.FromNumber(row.Month), out FigureSheet? sheet))
            {
                sheet.Set(place.Reporter, place.Area, new KnownValue(row.Number.ToQuantity(), row.Synthetic, row.Id));
            }
        }
    }
}
