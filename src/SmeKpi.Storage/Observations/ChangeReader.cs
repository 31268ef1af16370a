using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Observations;

/// <summary>Reads which values changed, or became known, between two moments.</summary>
public sealed class ChangeReader(IDbContextFactory<SmeKpiContext> contexts, ObservationReader observations)
{
    /// <param name="query">The moments, and whether revised or new values are asked for.</param>
    /// <param name="rows">The rows that whoever asks may see.</param>
    /// <param name="city">The code of the city, whose totals everyone sees.</param>
    /// <param name="skip">So many of the newest are left out.</param>
    /// <param name="most">At most so many are read.</param>
    /// <returns>The newest first, and how many there are in all.</returns>
    public async Task<(IReadOnlyList<StoredChange> Changes, int Count)> PageAsync(
        ChangeQuery query, RowScope rows, string city, int skip, int most, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        long first = await FirstIdAfterAsync(context, query.Since.UtcTicks, cancellationToken);
        IQueryable<long> changed = Changed(context, query, first, rows, city);
        int count = await changed.CountAsync(cancellationToken);
        List<long> ids = await changed.OrderByDescending(id => id).Skip(skip).Take(most).ToListAsync(cancellationToken);
        Dictionary<long, Vintage> found = (await observations.FindAsync(ids, cancellationToken))
            .ToDictionary(vintage => vintage.ObservationId);
        Dictionary<long, Quantity?> before = query.Revised ? await BeforeAsync(context, ids, query.Since, cancellationToken) : [];
        return ([.. ids.Select(id => new StoredChange(found[id], before.GetValueOrDefault(id)))], count);
    }

    /// <summary>The newest vintage within the time of each series and month that has one.</summary>
    internal static IQueryable<long> Changed(
        SmeKpiContext context, ChangeQuery query, long firstId, RowScope rows, string city)
    {
        long since = query.Since.UtcTicks;
        long until = Ticks.UpTo(query.Until);
        bool revised = query.Revised;
        return
            from row in context.Observations
            where row.Id >= firstId && row.KnownSinceTicks > since && row.KnownSinceTicks <= until
                && !context.Observations.Any(later => later.SeriesId == row.SeriesId && later.Month == row.Month
                    && later.KnownSinceTicks > row.KnownSinceTicks && later.KnownSinceTicks <= until)
                && context.Observations.Any(old => old.SeriesId == row.SeriesId && old.Month == row.Month
                    && old.KnownSinceTicks <= since) == revised
            join series in SeenRows.Of(context.Series, rows, city) on row.SeriesId equals series.Id
            select row.Id;
    }

    internal static IQueryable<EarlierRow> Before(SmeKpiContext context, IReadOnlyCollection<long> ids, long since) =>
        from row in context.Observations
        where ids.Contains(row.Id)
        from old in context.Observations
        where old.SeriesId == row.SeriesId && old.Month == row.Month && old.KnownSinceTicks <= since
            && !context.Observations.Any(later => later.SeriesId == row.SeriesId && later.Month == row.Month
                && later.KnownSinceTicks > old.KnownSinceTicks && later.KnownSinceTicks <= since)
        select new EarlierRow { Id = row.Id, Old = old };

    private static async Task<Dictionary<long, Quantity?>> BeforeAsync(
        SmeKpiContext context, List<long> ids, DateTimeOffset since, CancellationToken cancellationToken) =>
        (await Before(context, ids, since.UtcTicks).AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(
            pair => pair.Id,
            pair => new StoredNumber(pair.Old.AmountFen, pair.Old.Count, pair.Old.RateMillionths).ToQuantity());

    /// <summary>The first observation that became known after a moment, found by halving: they are numbered in that order.</summary>
    private static async Task<long> FirstIdAfterAsync(
        SmeKpiContext context, long since, CancellationToken cancellationToken)
    {
        long low = 0;
        long high = (await context.Observations.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0) + 1;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            var at = await context.Observations.Where(row => row.Id >= middle).OrderBy(row => row.Id)
                .Select(row => new { row.Id, row.KnownSinceTicks }).FirstOrDefaultAsync(cancellationToken);
            (low, high) = at is null || at.KnownSinceTicks > since ? (low, middle) : (at.Id + 1, high);
        }

        return low;
    }

    internal sealed class EarlierRow
    {
        public required long Id { get; init; }

        public required ObservationRow Old { get; init; }
    }
}
