using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Readers;

/// <summary>Keeps the figures of the last few versions of the data in memory for whoever looks at a past moment.</summary>
internal sealed class FigureShelf(SnapshotReader snapshots, MasterDataReader masterData) : IDisposable
{
    private const int Room = 3;

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly LinkedList<(DateTimeOffset Version, FigureBook Figures)> _books = [];

    /// <summary>Uses the figures as known at a moment; one caller at a time, because a book remembers its sums.</summary>
    /// <param name="asOf">Null for now.</param>
    public async Task<T> ReadAsync<T>(
        DateTimeOffset? asOf, Func<FigureBook, T> use, CancellationToken cancellationToken)
    {
        DateTimeOffset? version = await snapshots.DataVersionAsync(asOf, cancellationToken);
        await _door.WaitAsync(cancellationToken);
        try
        {
            FigureBook figures = version is { } known
                ? await BookAsync(known, cancellationToken)
                : new FigureBook(new StatisticsSnapshot(), await masterData.ReadAsync(asOf, cancellationToken));
            return await Task.Run(() => use(figures), cancellationToken);
        }
        finally
        {
            _door.Release();
        }
    }

    public void Dispose() => _door.Dispose();

    private async Task<FigureBook> BookAsync(DateTimeOffset version, CancellationToken cancellationToken)
    {
        for (LinkedListNode<(DateTimeOffset Version, FigureBook Figures)>? node = _books.First; node is not null; node = node.Next)
        {
            if (node.Value.Version == version)
            {
                _books.Remove(node);
                _books.AddFirst(node);
                return node.Value.Figures;
            }
        }

        StatisticsSnapshot statistics = await snapshots.ReadAsync(
            version, new SnapshotFilter { Indicators = [.. IndicatorCodes.All, .. IndicatorCodes.OfBankTests, IndicatorCodes.Lpr1y] }, cancellationToken);
        FigureBook figures = new(statistics, await masterData.ReadAsync(version, cancellationToken));
        _books.AddFirst((version, figures));
        if (_books.Count > Room)
        {
            _books.RemoveLast();
        }

        return figures;
    }
}
