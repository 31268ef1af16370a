using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Imports;

/// <summary>The newest vintages of some series, read once and kept current while files are stored.</summary>
internal sealed class NewestVintages
{
    /// <summary>More codes than this are not named in the query: reading too much is cheaper.</summary>
    private const int MostCodes = 200;

    private readonly Dictionary<SeriesKey, int> _seriesIds = [];
    private readonly HashSet<long> _drafts = [];

    public StatisticsSnapshot Snapshot { get; } = new();

    /// <summary>Reads the series of some files, and the same indicators of the same reporters in other areas.</summary>
    public static async Task<NewestVintages> LoadAsync(
        SmeKpiContext context, IEnumerable<SeriesKey> series, CancellationToken cancellationToken)
    {
        var newest = new NewestVintages();
        HashSet<SeriesKey> wanted = [.. series.Select(AnyArea)];
        var filter = new SnapshotFilter
        {
            Indicators = Few(wanted.Select(key => key.Indicator)),
            Banks = Few(wanted.Select(key => key.Bank ?? string.Empty)),
        };

        Dictionary<int, SeriesKey> keys = await ObservationScan.SeriesAsync(context, filter, cancellationToken);
        HashSet<int> chosen = [];
        foreach ((int id, SeriesKey key) in keys)
        {
            newest._seriesIds.Add(key, id);
            if (wanted.Contains(AnyArea(key)))
            {
                chosen.Add(id);
            }
        }

        await ObservationScan.ReadAsync(
            context,
            filter,
            long.MaxValue,
            row =>
            {
                if (chosen.Contains(row.SeriesId))
                {
                    newest.Learn(
                        keys[row.SeriesId],
                        YearMonth.FromNumber(row.Month),
                        row.Number.ToQuantity(),
                        row.Synthetic,
                        row.Status,
                        row.Id);
                }
            },
            cancellationToken);
        return newest;
    }

    public int? FindSeries(SeriesKey series) => _seriesIds.TryGetValue(series, out int id) ? id : null;

    public void AddSeries(SeriesKey series, int id) => _seriesIds.Add(series, id);

    /// <summary>True when the newest vintage says the same, so that there is nothing to store.</summary>
    public bool Says(SeriesKey series, YearMonth month, Quantity? value, bool synthetic, ObservationStatus status) =>
        Snapshot.Find(series, month) is { } known
        && known.Value == value
        && known.Synthetic == synthetic
        && _drafts.Contains(known.ObservationId) == (status == ObservationStatus.Draft);

    public void Learn(
        SeriesKey series, YearMonth month, Quantity? value, bool synthetic, ObservationStatus status, long id)
    {
        Snapshot.Set(series, month, new KnownValue(value, synthetic, id));
        if (status == ObservationStatus.Draft)
        {
            _drafts.Add(id);
        }
    }

    private static SeriesKey AnyArea(SeriesKey series) => series with { Region = string.Empty };

    private static HashSet<string>? Few(IEnumerable<string> codes)
    {
        HashSet<string> distinct = new(codes, StringComparer.Ordinal);
        return distinct.Count <= MostCodes ? distinct : null;
    }
}
