using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Exploring;

/// <summary>
/// Keeps sheets of figures in memory, each as of one version of the data: people who drill ask for the same months over and
/// over, and what was added up for one is there for all. What was not asked for longest is forgotten first.
/// </summary>
/// <remarks>Knows every row: people come here through <see cref="VisibleExplorer"/> only.</remarks>
internal sealed class SheetShelf(SheetReader reader, SnapshotReader snapshots)
{
    // Places of sheets, 32 bytes each.
    private const int Room = 3_000_000;

    // What a sheet costs without any value, counted as places.
    private const int OfASheet = 20;

    private readonly Lock _door = new();
    private readonly Dictionary<SheetKey, Entry> _sheets = [];
    private long _turn;
    private long _kept;

    /// <summary>The sheets that a question needs, as known at a moment; null for now.</summary>
    /// <param name="master">The banks and areas as known at that moment.</param>
    public async Task<SheetBook> ReadAsync(
        IEnumerable<FigureRequest> needs, MasterData master, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        SheetLayout layout = new(master);
        Dictionary<FigureRequest, FigureSheet> found = [];
        DateTimeOffset? version = await snapshots.DataVersionAsync(asOf, cancellationToken);
        foreach (IGrouping<(string, string), FigureRequest> series in needs.GroupBy(need => (need.Indicator, need.Scope)))
        {
            foreach ((FigureRequest need, Task<FigureSheet> sheet) in version is { } known ? Sheets(known, layout, [.. series]) : [])
            {
                found.Add(need, await sheet.WaitAsync(cancellationToken));
            }
        }

        return new SheetBook(layout, need => found.GetValueOrDefault(need) ?? Empty(need, layout, version));
    }

    /// <summary>Only while nothing was imported: a figure that nobody said was needed would else look unreported.</summary>
    private static FigureSheet Empty(FigureRequest need, SheetLayout layout, DateTimeOffset? version) => version is null
        ? new FigureSheet(layout, need.Month)
        : throw new InvalidOperationException($"{need} was not read.");

    /// <summary>Each month read once, however many ask at the same moment; those that are missing together.</summary>
    private List<(FigureRequest Need, Task<FigureSheet> Sheet)> Sheets(
        DateTimeOffset version, SheetLayout layout, IReadOnlyList<FigureRequest> needs)
    {
        lock (_door)
        {
            List<SheetKey> missing = [.. needs.Select(need => new SheetKey(version, layout.Master, need)).Where(key => !IsKept(key))];
            if (missing.Count > 0)
            {
                Task<IReadOnlyDictionary<YearMonth, FigureSheet>> load = LoadAsync(missing, layout);
                missing.ForEach(key => _sheets[key] = new Entry(OfAsync(load, key.Need.Month)));
            }

            return [.. needs.Select(need => (need, Take(new SheetKey(version, layout.Master, need))))];
        }
    }

    private bool IsKept(SheetKey key) => _sheets.TryGetValue(key, out Entry? entry) && !entry.Sheet.IsFaulted;

    private Task<FigureSheet> Take(SheetKey key)
    {
        _sheets[key].Turn = ++_turn;
        return _sheets[key].Sheet;
    }

    // A month that is kept must not keep the others that were read with it.
    private static async Task<FigureSheet> OfAsync(Task<IReadOnlyDictionary<YearMonth, FigureSheet>> load, YearMonth month) =>
        (await load)[month];

    // Not cancelled with the request that came first: others wait for it.
    private async Task<IReadOnlyDictionary<YearMonth, FigureSheet>> LoadAsync(IReadOnlyList<SheetKey> keys, SheetLayout layout)
    {
        await Task.Yield();
        FigureRequest first = keys[0].Need;
        IReadOnlyDictionary<YearMonth, FigureSheet> sheets = await reader.ReadAsync(
            keys[0].Version, first.Indicator, first.Scope, [.. keys.Select(key => key.Need.Month)], layout);
        lock (_door)
        {
            foreach (SheetKey key in keys)
            {
                _sheets[key].Size = sheets[key.Need.Month].Size + OfASheet;
                _kept += _sheets[key].Size;
            }

            Forget();
        }

        return sheets;
    }

    private void Forget()
    {
        if (_kept <= Room)
        {
            return;
        }

        // A tenth more than needed, so that not every question has to look through all of them.
        foreach ((SheetKey key, Entry entry) in _sheets.Where(each => each.Value.Size > 0).OrderBy(each => each.Value.Turn).ToList())
        {
            _sheets.Remove(key);
            _kept -= entry.Size;
            if (_kept <= Room / 10 * 9)
            {
                return;
            }
        }
    }

    private sealed record SheetKey(DateTimeOffset Version, MasterData Master, FigureRequest Need);

    private sealed class Entry(Task<FigureSheet> sheet)
    {
        public Task<FigureSheet> Sheet { get; } = sheet;

        public long Turn { get; set; }

        /// <summary>0 while it is being read.</summary>
        public int Size { get; set; }
    }
}
