using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Observations;

/// <summary>Reads what was known at a moment: of each series and month the newest vintage known by then.</summary>
public sealed class SnapshotReader(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <summary>The version of the data: the moment since which the newest import is known.</summary>
    /// <param name="asOf">Only imports known by this moment count; null for all.</param>
    /// <returns>Null while nothing was imported.</returns>
    /// <remarks>Everything known up to this moment is committed and never changes.</remarks>
    public async Task<DateTimeOffset?> DataVersionAsync(
        DateTimeOffset? asOf = null, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        long upTo = Ticks.UpTo(asOf);
        long? ticks = await context.Imports.Where(import => import.KnownSinceTicks <= upTo)
            .MaxAsync(import => (long?)import.KnownSinceTicks, cancellationToken);
        return ticks is { } known ? Ticks.ToMoment(known) : null;
    }

    /// <param name="asOf">The moment; null for the newest data.</param>
    /// <param name="filter">Null for everything.</param>
    public async Task<StatisticsSnapshot> ReadAsync(
        DateTimeOffset? asOf = null, SnapshotFilter? filter = null, CancellationToken cancellationToken = default)
    {
        filter ??= new SnapshotFilter();
        var snapshot = new StatisticsSnapshot();
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);

        // An import that commits between the two queries must not be seen in half.
        long? newest = await DataVersionAsync(context, cancellationToken);
        if (newest is null)
        {
            return snapshot;
        }

        Dictionary<int, SeriesKey> series = await ObservationScan.SeriesAsync(context, filter, cancellationToken);
        await ObservationScan.ReadAsync(
            context,
            filter,
            Math.Min(newest.Value, Ticks.UpTo(asOf)),
            row => snapshot.Set(
                series[row.SeriesId],
                YearMonth.FromNumber(row.Month),
                new KnownValue(row.Number.ToQuantity(), row.Synthetic, row.Id)),
            cancellationToken);
        return snapshot;
    }

    internal static Task<long?> DataVersionAsync(SmeKpiContext context, CancellationToken cancellationToken) =>
        context.Imports.MaxAsync(import => (long?)import.KnownSinceTicks, cancellationToken);
}
