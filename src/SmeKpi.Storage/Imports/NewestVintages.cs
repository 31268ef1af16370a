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

    /// <summary>Files of more reporters than this are checked against all of them: one reading costs less than several.</summary>
    private const int MostBanks = 5;

    /// <summary>The base of interest rates, to which the rules compare those that banks charge.</summary>
    private const string PrimeRate = "lpr.1y";

    /// <summary>What the sums of banks and published totals may differ by.</summary>
    private static readonly string[] s_bridges = [IndicatorCodes.LoansAll, IndicatorCodes.LoansAllCoverageAdjustment];

    private readonly Dictionary<SeriesKey, int> _seriesIds = [];
    private readonly HashSet<long> _drafts = [];

    public StatisticsSnapshot Snapshot { get; } = new();

    /// <summary>
    /// Reads the series of some files and the same indicators of the same reporters in other areas; of the other
    /// reporters and of the loan prime rate at least the files' months, those before and those a year before.
    /// </summary>
    public static async Task<NewestVintages> LoadAsync(
        SmeKpiContext context, IReadOnlyCollection<PreparedFile> files, CancellationToken cancellationToken)
    {
        var newest = new NewestVintages();
        HashSet<SeriesKey> wanted = [.. files.SelectMany(file => file.Series).Select(AnyArea)];
        HashSet<string> banks = new(wanted.Select(key => key.Bank ?? string.Empty), StringComparer.Ordinal);
        bool readsAll = banks.Count > MostBanks;
        var filter = new SnapshotFilter
        {
            Indicators = Few([.. wanted.Select(key => key.Indicator), PrimeRate, .. s_bridges]),
        };
        SnapshotFilter own = readsAll ? filter : filter with { Banks = banks };
        Dictionary<int, SeriesKey> keys = await ObservationScan.SeriesAsync(context, filter, cancellationToken);
        HashSet<int> chosen = [];
        foreach ((int id, SeriesKey key) in keys)
        {
            newest._seriesIds.Add(key, id);
            if (readsAll || wanted.Contains(AnyArea(key)))
            {
                chosen.Add(id);
            }
        }

        await newest.ReadAsync(context, own, keys, chosen.Contains, cancellationToken);
        foreach ((YearMonth first, YearMonth last) in readsAll ? [] : Neighbours(files))
        {
            SnapshotFilter months = filter with { From = first, To = last };
            await newest.ReadAsync(context, months, keys, id => !chosen.Contains(id), cancellationToken);
        }

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

    private Task ReadAsync(
        SmeKpiContext context,
        SnapshotFilter filter,
        Dictionary<int, SeriesKey> keys,
        Func<int, bool> isChosen,
        CancellationToken cancellationToken) => ObservationScan.ReadAsync(
            context,
            filter,
            long.MaxValue,
            row =>
            {
                if (isChosen(row.SeriesId))
                {
                    Learn(
                        keys[row.SeriesId],
                        YearMonth.FromNumber(row.Month),
                        row.Number.ToQuantity(),
                        row.Synthetic,
                        row.Status,
                        row.Id);
                }
            },
            cancellationToken);

    /// <summary>The files' months with the one before, and the same a year before: two spans, or one where they meet.</summary>
    private static List<(YearMonth First, YearMonth Last)> Neighbours(IReadOnlyCollection<PreparedFile> files)
    {
        int[] months = [.. files.SelectMany(file => file.Parsed.Figures).Select(figure => figure.Month.Number).Distinct()];
        if (months.Length == 0)
        {
            return [];
        }

        (YearMonth first, YearMonth last) = (YearMonth.FromNumber(months.Min()), YearMonth.FromNumber(months.Max()));
        if (first.Year <= 1901)
        {
            return [];
        }

        (YearMonth before, YearMonth yearBefore) = (first.AddMonths(-1), last.AddMonths(-12));
        return yearBefore < before
            ? [(before, last), (before.AddMonths(-12), yearBefore)]
            : [(before.AddMonths(-12), last)];
    }

    private static SeriesKey AnyArea(SeriesKey series) => series with { Region = string.Empty };

    private static HashSet<string>? Few(IEnumerable<string> codes)
    {
        HashSet<string> distinct = new(codes, StringComparer.Ordinal);
        return distinct.Count <= MostCodes ? distinct : null;
    }
}
