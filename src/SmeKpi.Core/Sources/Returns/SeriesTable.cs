using System.Runtime.InteropServices;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources.Returns;

/// <summary>Gives each distinct series of a file one key, without allocating for every row.</summary>
internal sealed class SeriesTable(IReadOnlyDictionary<string, Indicator> indicators)
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Bank, int Region, int Indicator, int Scope), Entry> _entries = [];

    /// <param name="Indicator">Null when the code is unknown.</param>
    public sealed record Entry(SeriesKey Key, Indicator? Indicator, bool ScopeFits)
    {
        /// <summary>The figures read so far, by <see cref="Units.YearMonth.Number"/>.</summary>
        public Dictionary<int, Figure> Months { get; } = [];
    }

    public Entry Find(
        ReadOnlySpan<char> bank, ReadOnlySpan<char> region, ReadOnlySpan<char> indicator, ReadOnlySpan<char> scope)
    {
        (int, int, int, int) place = (Intern(bank), Intern(region), Intern(indicator), Intern(scope));
        ref Entry? entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, place, out bool known);
        if (!known)
        {
            entry = Create(bank.ToString(), region.ToString(), indicator.ToString(), scope.ToString());
        }

        return entry!;
    }

    private Entry Create(string bank, string region, string code, string scope)
    {
        Indicator? indicator = indicators.GetValueOrDefault(code);
        SeriesKey key = new(code, scope, bank.Length == 0 ? null : bank, region);
        return new Entry(key, indicator, indicator?.Scopes.Contains(scope, StringComparer.Ordinal) ?? true);
    }

    private int Intern(ReadOnlySpan<char> text)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> texts =
            _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!texts.TryGetValue(text, out int number))
        {
            number = _texts.Count;
            _texts.Add(text.ToString(), number);
        }

        return number;
    }
}
