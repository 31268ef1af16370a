using SmeKpi.Core.Exploring;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Exploring;

/// <summary>
/// Keeps whole years of single indicators in memory, each as of one version of the data: people who drill ask for the same
/// figures over and over. What was not asked for longest is forgotten first.
/// </summary>
/// <remarks>Knows every row: people come here through <see cref="VisibleExplorer"/> only.</remarks>
internal sealed class YearShelf(SeriesReader reader, SnapshotReader snapshots)
{
    // Some 80 bytes each.
    private const int Room = 1_000_000;

    // What an entry costs without any value, counted as values.
    private const int OfAnEntry = 50;

    private readonly Lock _door = new();
    private readonly Dictionary<YearKey, Entry> _years = [];
    private long _turn;
    private long _kept;

    /// <summary>The values that a question needs, as known at a moment; null for now.</summary>
    public async Task<StatisticsSnapshot> ReadAsync(
        ExplorationNeeds needs, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        StatisticsSnapshot found = new();
        if (await snapshots.DataVersionAsync(asOf, cancellationToken) is not { } version)
        {
            return found;
        }

        HashSet<string>? areas = needs.Areas?.ToHashSet();
        HashSet<string>? banks = needs.Banks?.ToHashSet();
        foreach (IGrouping<int, YearMonth> year in needs.Months.GroupBy(month => month.Year))
        {
            foreach ((string indicator, string scope) in needs.Indicators.SelectMany(_ => needs.Scopes, (one, two) => (one, two)))
            {
                StatisticsSnapshot kept = await YearAsync(new YearKey(version, indicator, scope, year.Key)).WaitAsync(cancellationToken);
                foreach (SeriesKey series in kept.Series)
                {
                    if (areas?.Contains(series.Region) != false && banks?.Contains(series.Bank ?? string.Empty) != false)
                    {
                        Take(kept, series, year, found);
                    }
                }
            }
        }

        return found;
    }

    private static void Take(StatisticsSnapshot from, SeriesKey series, IEnumerable<YearMonth> months, StatisticsSnapshot to)
    {
        IReadOnlyDictionary<YearMonth, KnownValue> known = from.Months(series);
        foreach (YearMonth month in months)
        {
            if (known.TryGetValue(month, out KnownValue value))
            {
                to.Set(series, month, value);
            }
        }
    }

    /// <summary>Read once, however many ask at the same moment.</summary>
    private Task<StatisticsSnapshot> YearAsync(YearKey key)
    {
        lock (_door)
        {
            if (_years.TryGetValue(key, out Entry? entry) && !entry.Snapshot.IsFaulted)
            {
                entry.Turn = ++_turn;
                return entry.Snapshot;
            }

            entry = new Entry { Snapshot = LoadAsync(key), Turn = ++_turn };
            _years[key] = entry;
            return entry.Snapshot;
        }
    }

    // Not cancelled with the request that came first: others wait for it.
    private async Task<StatisticsSnapshot> LoadAsync(YearKey key)
    {
        await Task.Yield();
        SnapshotFilter filter = new()
        {
            Indicators = [key.Indicator],
            Scopes = [key.Scope],
            From = new YearMonth(key.Year, 1),
            To = new YearMonth(key.Year, 12),
        };
        StatisticsSnapshot snapshot = await reader.ReadAsync(key.Version, filter);
        Keep(key, snapshot.Series.Sum(series => snapshot.Months(series).Count));
        return snapshot;
    }

    private void Keep(YearKey key, int values)
    {
        lock (_door)
        {
            if (_years.TryGetValue(key, out Entry? entry))
            {
                entry.Values = values + OfAnEntry;
                _kept += entry.Values;
            }

            while (_kept > Room && _years.Where(each => each.Key != key && each.Value.Values > 0)
                .MinBy(each => each.Value.Turn) is { Value: not null } oldest)
            {
                _years.Remove(oldest.Key);
                _kept -= oldest.Value.Values;
            }
        }
    }

    private sealed record YearKey(DateTimeOffset Version, string Indicator, string Scope, int Year);

    private sealed class Entry
    {
        public required Task<StatisticsSnapshot> Snapshot { get; init; }

        public long Turn { get; set; }

        /// <summary>0 while it is being read.</summary>
        public int Values { get; set; }
    }
}
