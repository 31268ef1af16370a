using System.Globalization;

namespace SmeKpi.Web.Readers;

/// <summary>Imports pages: which files arrived and what became of them.</summary>
public sealed class ImportsReader(ViewSource source)
{
    /// <param name="page">Counts from 1, as the address says it; what is no page shows the nearest one.</param>
    public Task<ImportList> ListAsync(string? page, CancellationToken cancellationToken) => source.ListImportsAsync(
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1,
        cancellationToken);

    /// <returns>Null when there is no such file.</returns>
    public Task<ImportRecord?> ReadAsync(ImportAddress address, CancellationToken cancellationToken) =>
        source.FindImportAsync(address, cancellationToken);
}
