namespace SmeKpi.Web.Readers;

/// <summary>Imports pages: which files arrived and what became of them.</summary>
public sealed class ImportsReader(ViewSource source)
{
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<ImportRecord>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await source.ListImportsAsync(cancellationToken))
            .OrderByDescending(record => record.Received)
            .ThenByDescending(record => record.Id)];

    /// <returns>Null when there is no such import.</returns>
    public async Task<ImportRecord?> ReadAsync(long id, CancellationToken cancellationToken) =>
        (await source.ListImportsAsync(cancellationToken)).FirstOrDefault(record => record.Id == id);
}
