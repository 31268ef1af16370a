using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>A value as it was known at the moment of a snapshot.</summary>
/// <param name="Value">Null means that the newest vintage says "not reported".</param>
/// <param name="ObservationId">The stored row, for lineage; 0 where nothing is stored.</param>
public readonly record struct KnownValue(Quantity? Value, bool Synthetic, long ObservationId);

/// <summary>Everything that was known about a set of series at one moment. Immutable once built.</summary>
public sealed class StatisticsSnapshot
{
    private readonly Dictionary<SeriesKey, Dictionary<YearMonth, KnownValue>> _values = [];
    private readonly Dictionary<string, List<SeriesKey>> _ofBank = [];

    // Series whose months still belong to the snapshot that this one was copied from.
    private readonly HashSet<SeriesKey> _borrowed = [];

    /// <summary>The newest month for which any series has a value; null when there is none.</summary>
    public YearMonth? LastMonth { get; private set; }

    public IReadOnlyCollection<SeriesKey> Series => _values.Keys;

    /// <summary>The series that a bank reports, in the order in which they became known; empty when there are none.</summary>
    public IReadOnlyList<SeriesKey> SeriesOf(string bank) => _ofBank.GetValueOrDefault(bank) ?? [];

    /// <returns>The value and where it came from, or null when nothing was known.</returns>
    public KnownValue? Find(SeriesKey series, YearMonth month) =>
        _values.TryGetValue(series, out Dictionary<YearMonth, KnownValue>? months)
        && months.TryGetValue(month, out KnownValue known) ? known : null;

    /// <returns>All months of a series in which a vintage is known; empty when the series is unknown.</returns>
    public IReadOnlyDictionary<YearMonth, KnownValue> Months(SeriesKey series) =>
        _values.TryGetValue(series, out Dictionary<YearMonth, KnownValue>? months) ? months : [];

    /// <summary>The same values in a snapshot of its own. Both share what the copy does not change; this one must not be changed any more.</summary>
    public StatisticsSnapshot Copy()
    {
        StatisticsSnapshot copy = new() { LastMonth = LastMonth };
        foreach ((SeriesKey series, Dictionary<YearMonth, KnownValue> months) in _values)
        {
            copy._values.Add(series, months);
            copy._borrowed.Add(series);
            copy.AddToBank(series);
        }

        return copy;
    }

    /// <summary>Adds or replaces a value while the snapshot is being built.</summary>
    public void Set(SeriesKey series, YearMonth month, KnownValue known)
    {
        if (!_values.TryGetValue(series, out Dictionary<YearMonth, KnownValue>? months))
        {
            _values.Add(series, months = []);
            AddToBank(series);
        }

        if (_borrowed.Remove(series))
        {
            _values[series] = months = new(months);
        }

        months[month] = known;
        if (known.Value is not null && (LastMonth is not { } last || last < month))
        {
            LastMonth = month;
        }
    }

    private void AddToBank(SeriesKey series)
    {
        if (series.Bank is { } bank)
        {
            if (!_ofBank.TryGetValue(bank, out List<SeriesKey>? known))
            {
                _ofBank.Add(bank, known = []);
            }

            known.Add(series);
        }
    }
}
