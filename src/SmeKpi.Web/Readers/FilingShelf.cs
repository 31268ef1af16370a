using SmeKpi.Core.Calendar;
using SmeKpi.Core.Units;
using SmeKpi.Storage;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Api;
using SmeKpi.Web.Composition;
using FilingArrival = SmeKpi.Core.Calendar.FilingArrival;

namespace SmeKpi.Web.Readers;

/// <summary>
/// Who has filed what, read once for each of the last few versions of the data. It knows every bank: people come here
/// through <see cref="VisibleFilings"/>, and pages that show a total get numbers of banks only.
/// </summary>
internal sealed class FilingShelf(
    ArrivalReader arrivals, FilingReader filings, CityData city, MetaStore meta, Law law, TimeProvider clock) : IDisposable
{
    private const int Room = 4;

    // Working days after which a demonstration stands still: what was due with its newest filings is over by then.
    private const int DaysAfterTheNewest = 5;

    // Far enough for every deadline; a month of the first or last years of the calendar has none.
    private static readonly DateOnly s_first = new(2000, 1, 1);
    private static readonly DateOnly s_last = new(2100, 12, 31);

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly LinkedList<(DateTimeOffset Version, Dictionary<(string, string, YearMonth), FilingArrival> Found)> _read = [];

    // Decided once, when the database is made.
    private string? _mode;

    /// <param name="asOf">The moment whose knowledge is asked for; its day is then today. Null for now.</param>
    public async Task<FilingBook> ReadAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        await BookAsync(await WaitingAsync(asOf, cancellationToken), asOf, cancellationToken);

    /// <summary>The same without filings that wait: they stand as if nothing had been received.</summary>
    public Task<FilingBook> ReadCountingAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        BookAsync([], asOf, cancellationToken);

    private async Task<FilingBook> BookAsync(
        Dictionary<(string, string, YearMonth), WaitingFiling> waiting,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        DateTimeOffset version = await city.KnownSinceAsync(asOf, cancellationToken);
        Dictionary<(string, string, YearMonth), FilingArrival> found = await ArrivalsAsync(version, cancellationToken);
        bool isDemo = await IsDemoAsync(cancellationToken);
        bool still = asOf is null && found.Count > 0 && isDemo;
        IEnumerable<DateOnly> days =
            found.Values.Select(arrival => arrival.Day).Concat(waiting.Values.Select(filing => filing.Day));
        DateOnly day = still
            ? law.Calendar.Days.Add(days.Max(), DaysAfterTheNewest)
            : DayOf(asOf ?? clock.GetUtcNow());
        return new FilingBook(
            law.Calendar,
            await city.MasterAsync(asOf, cancellationToken),
            found,
            waiting,
            day < s_first ? s_first : day > s_last ? s_last : day,
            isDemo,
            still);
    }

    public void Dispose() => _door.Dispose();

    private async Task<bool> IsDemoAsync(CancellationToken cancellationToken)
    {
        _mode ??= await meta.FindAsync(MetaStore.Mode, cancellationToken);
        return _mode == MetaStore.DemoMode;
    }

    private static DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(moment.ToOffset(Moments.ChinaOffset).DateTime);

    private async Task<Dictionary<(string, string, YearMonth), FilingArrival>> ArrivalsAsync(
        DateTimeOffset version, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            if (_read.FirstOrDefault(each => each.Version == version).Found is { } found)
            {
                return found;
            }

            found = await FindAsync(version, cancellationToken);
            _read.AddFirst((version, found));
            if (_read.Count > Room)
            {
                _read.RemoveLast();
            }

            return found;
        }
        finally
        {
            _door.Release();
        }
    }

    private async Task<Dictionary<(string, string, YearMonth), WaitingFiling>> WaitingAsync(
        DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        Dictionary<(string, string, YearMonth), WaitingFiling> waiting = [];
        // A signed version speaks for the bank before one that it has not signed.
        foreach (WaitingSubmission filing in (await filings.WaitingAsync(asOf, cancellationToken)).OrderBy(each => each.IsWithBank))
        {
            foreach (FilingReturn each in law.Calendar.Returns.Where(each => each.Evidence.Intersect(filing.Indicators).Any()))
            {
                waiting.TryAdd(
                    (filing.Bank, each.Code, filing.Month), new WaitingFiling(DayOf(filing.Received), filing.Id, filing.IsWithBank));
            }
        }

        return waiting;
    }

    private async Task<Dictionary<(string, string, YearMonth), FilingArrival>> FindAsync(
        DateTimeOffset version, CancellationToken cancellationToken)
    {
        string[] evidence = [.. law.Calendar.Returns.SelectMany(each => each.Evidence).Distinct()];
        IReadOnlyList<FirstArrival> first =
            await arrivals.FirstAsync(evidence, law.Calendar.FirstMonth, version, cancellationToken);
        return law.Calendar.Returns
            .SelectMany(each => first.Where(arrival => each.Evidence.Contains(arrival.Indicator))
                .GroupBy(arrival => (arrival.Bank, each.Code, arrival.Month)))
            .ToDictionary(
                filing => filing.Key,
                filing => Earliest(filing));
    }

    private static FilingArrival Earliest(IEnumerable<FirstArrival> figures)
    {
        FirstArrival first = figures.MinBy(arrival => arrival.ImportId)!;
        return new FilingArrival(DayOf(first.At), first.ImportId);
    }
}
