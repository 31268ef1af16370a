using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Observations;

/// <summary>Reads some series over some months as they were known at a moment: what questions to the statistics need.</summary>
/// <remarks>Gives what <see cref="SnapshotReader"/> gives; that one is made for reading most of the table.</remarks>
public sealed class SeriesReader(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <param name="asOf">The moment; null for the newest data.</param>
    public async Task<StatisticsSnapshot> ReadAsync(
        DateTimeOffset? asOf, SnapshotFilter filter, CancellationToken cancellationToken = default)
    {
        var snapshot = new StatisticsSnapshot();
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);

        // An import that commits between the queries must not be seen in half.
        if (await SnapshotReader.DataVersionAsync(context, cancellationToken) is not { } newest)
        {
            return snapshot;
        }

        Dictionary<int, SeriesKey> series = await ObservationScan.SeriesAsync(context, filter, cancellationToken);
        await ObservationScan.ReadAsync(
            context,
            filter,
            Math.Min(newest, Ticks.UpTo(asOf)),
            row => snapshot.Set(
                series[row.SeriesId],
                YearMonth.FromNumber(row.Month),
                new KnownValue(row.Number.ToQuantity(), row.Synthetic, row.Id)),
            cancellationToken,
            bySeries: true);
        return snapshot;
    }
}
