using System.Collections.Concurrent;

namespace SmeKpi.Web.PageCache;

/// <summary>The pages of one state of the database; a new state forgets them all.</summary>
internal sealed class PageStore
{
    // Enough for every month, target and role of a city; addresses that somebody makes up push each other out.
    private const long Room = 128L * 1024 * 1024;

    private Shelf _shelf = new("");

    /// <summary>How many pages are kept.</summary>
    public int Count => Volatile.Read(ref _shelf).Pages.Count;

    public KeptPage? Find(string stamp, PageKey key) => ShelfOf(stamp).Pages.GetValueOrDefault(key);

    public void Keep(string stamp, PageKey key, KeptPage page)
    {
        Shelf shelf = ShelfOf(stamp);
        if (Interlocked.Add(ref shelf.Bytes, page.Size) > Room)
        {
            // Drawn again when asked for: simpler than knowing which page is asked for least.
            shelf.Pages.Clear();
            Interlocked.Exchange(ref shelf.Bytes, page.Size);
        }

        shelf.Pages[key] = page;
    }

    private Shelf ShelfOf(string stamp)
    {
        Shelf shelf = Volatile.Read(ref _shelf);
        if (shelf.Stamp == stamp)
        {
            return shelf;
        }

        // Two requests may see a change at once; the one that loses puts its pages where nobody looks.
        Shelf fresh = new(stamp);
        Interlocked.CompareExchange(ref _shelf, fresh, shelf);
        return fresh;
    }

    private sealed class Shelf(string stamp)
    {
        public readonly ConcurrentDictionary<PageKey, KeptPage> Pages = new();

        public long Bytes;

        public string Stamp => stamp;
    }
}
