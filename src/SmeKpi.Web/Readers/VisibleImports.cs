using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Readers;

/// <summary>
/// The files that the viewer may see: a file belongs to the banks whose rows it holds, and is open to whoever may see all
/// of them. Refused files, and files without rows of banks, are for those who see everything.
/// </summary>
internal sealed class VisibleImports(
    CurrentViewer current, CityData city, ImportReader imports, ImportRows held, BankViews views)
{
    /// <param name="page">Counts from 1; the nearest one is shown when there is no such page.</param>
    /// <returns>A page of the files, the page's number, and how many files there are.</returns>
    public async Task<(IReadOnlyList<Arrival> Arrivals, int Page, int Count)> ListAsync(
        int page, int pageSize, CancellationToken cancellationToken)
    {
        RowScope rows = await current.RowsAsync(Right.ImportsRead);
        IReadOnlyList<Arrival>? own = rows.IsEverything ? null : await OwnAsync(rows, cancellationToken);
        int count = own?.Count ?? await imports.CountArrivalsAsync(cancellationToken);
        int shown = Math.Clamp(page, 1, Math.Max(1, (count + pageSize - 1) / pageSize));
        int skip = (shown - 1) * pageSize;
        IReadOnlyList<Arrival> arrivals = own is null
            ? await imports.ArrivalsAsync(skip, pageSize, cancellationToken)
            : [.. own.Skip(skip).Take(pageSize)];
        if (arrivals.Count > 0)
        {
            await views.RecordFileAsync(null, cancellationToken);
        }

        return (arrivals, shown, count);
    }

    /// <returns>Null when there is no such file or it is not the viewer's to see.</returns>
    public async Task<StoredImport?> FindAsync(int id, CancellationToken cancellationToken)
    {
        RowScope rows = await current.RowsAsync(Right.ImportsRead);
        StoredImport? found = rows.IsEverything
            ? await imports.FindAsync(id, cancellationToken)
            : (await OwnAsync(rows, cancellationToken)).Select(arrival => arrival.Import).FirstOrDefault(own => own!.Id == id);
        if (found is not null)
        {
            await views.RecordFileAsync(id, cancellationToken);
        }

        return found;
    }

    /// <returns>Null when there is no such file or it is not the viewer's to see.</returns>
    public async Task<Refusal?> FindRefusalAsync(int id, CancellationToken cancellationToken)
    {
        RowScope rows = await current.RowsAsync(Right.ImportsRead);
        Refusal? found = rows.IsEverything ? await imports.FindRefusalAsync(id, cancellationToken) : null;
        if (found is not null)
        {
            await views.RecordFileAsync(id, cancellationToken);
        }

        return found;
    }

    private async Task<IReadOnlyList<Arrival>> OwnAsync(RowScope rows, CancellationToken cancellationToken)
    {
        if (rows.Banks is { Count: 0 })
        {
            return [];
        }

        string home = Subjects.City(await city.MasterAsync(null, cancellationToken)).Code;
        List<Arrival> own = [];
        foreach (StoredImport import in await imports.OfBanksAsync(rows, home, cancellationToken))
        {
            if (await held.IsOpenAsync(import.Id, rows, home, cancellationToken))
            {
                own.Add(new Arrival(import, null));
            }
        }

        return own;
    }
}
