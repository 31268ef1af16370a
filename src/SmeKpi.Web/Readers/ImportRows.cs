using System.Collections.Concurrent;
using SmeKpi.Core.Access;
using SmeKpi.Core.Sources;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Readers;

/// <summary>
/// Whose rows a file holds. The database knows only the values that were new; the file itself, kept byte by byte, knows
/// the others too. Files never change, so what was found out is remembered.
/// </summary>
internal sealed class ImportRows(ImportReader imports, SourceContexts sources)
{
    private readonly ConcurrentDictionary<int, IReadOnlyList<(string Region, string? Bank)>> _rows = new();

    /// <returns>True when the file holds rows and somebody with this scope may see all of them.</returns>
    public async Task<bool> IsOpenAsync(int import, RowScope rows, string city, CancellationToken cancellationToken)
    {
        if (rows.IsEverything)
        {
            return true;
        }

        if (!_rows.TryGetValue(import, out IReadOnlyList<(string Region, string? Bank)>? held))
        {
            held = await ReadAsync(import, cancellationToken);
            _rows[import] = held;
        }

        return held.Count > 0 && held.All(row => rows.Sees(row.Region, row.Bank, city));
    }

    private async Task<IReadOnlyList<(string Region, string? Bank)>> ReadAsync(int import, CancellationToken cancellationToken) =>
        await imports.FileAsync(import, cancellationToken) is { } file
            ?
            [
                .. SourceParser.Parse(file, await sources.OfImportAsync(import, file, cancellationToken)).Figures
                    .Select(figure => (figure.Series.Region, figure.Series.Bank)).Distinct(),
            ]
            : [];
}
