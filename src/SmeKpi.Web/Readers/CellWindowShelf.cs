using System.Collections.Concurrent;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Parsing;

namespace SmeKpi.Web.Readers;

/// <summary>Pictures of cells in their files. A file is read in a process of its own; files never change, so the picture is kept.</summary>
internal sealed class CellWindowShelf(ImportReader imports, LimitedParser parser)
{
    // Each is a few dozen short texts; what is forgotten is read again.
    private const int Room = 500;

    private readonly ConcurrentDictionary<(int Import, SourceCell Cell), CellWindow> _windows = new();

    public async Task<CellWindow> ReadAsync(Vintage stored, CancellationToken cancellationToken)
    {
        if (_windows.TryGetValue((stored.ImportId, stored.Cell), out CellWindow? known))
        {
            return known;
        }

        CellWindow window = stored.Cell.Row < 1 || await imports.FileAsync(stored.ImportId, cancellationToken) is not { } file
            ? CellWindow.Without(WindowGap.NoSingleCell)
            : await parser.WindowAsync(file, stored.Cell, cancellationToken);
        if (_windows.Count >= Room)
        {
            _windows.Clear();
        }

        // What broke down under load may be read the next time.
        if (window.Gap != WindowGap.Unreadable)
        {
            _windows[(stored.ImportId, stored.Cell)] = window;
        }

        return window;
    }
}
