using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Readers;

/// <summary>
/// Vintages and changes as far as the viewer may see their cells: rows that are not theirs do not come out, totals of
/// areas that rest on too few banks neither. Who is shown rows of banks leaves a trace.
/// </summary>
internal sealed class VisibleVintages(
    CurrentViewer current,
    CityData city,
    ObservationReader observations,
    ChangeReader changes,
    SmallGroupShelf groups,
    ImportRows files,
    BankViews views)
{
    /// <returns>Every vintage known by the moment, oldest first; none without the right to see cells.</returns>
    public async Task<IReadOnlyList<Vintage>> HistoryAsync(ObservationQuery query, CancellationToken cancellationToken)
    {
        if (!await current.AllowsAsync(Right.CellsRead))
        {
            return [];
        }

        (RowScope rows, string home) = await RowsAsync(query.AsOf, cancellationToken);
        IReadOnlyList<Vintage> found = await observations.HistoryAsync(query, rows, home, cancellationToken);
        return await CutAsync(found, rows, home, query.AsOf, cancellationToken);
    }

    /// <returns>A stretch of the values that were revised, or are new, the newest first, and how many there are.</returns>
    public async Task<(IReadOnlyList<StoredChange> Changes, int Count)> ChangesAsync(
        ChangeQuery query, int skip, int most, CancellationToken cancellationToken)
    {
        (RowScope rows, string home) = await RowsAsync(query.Until, cancellationToken);
        (IReadOnlyList<StoredChange> found, int count) =
            await changes.PageAsync(query, rows, home, skip, most, cancellationToken);
        Dictionary<long, Vintage> shown =
            (await CutAsync([.. found.Select(change => change.Now)], rows, home, query.Until, cancellationToken))
            .ToDictionary(vintage => vintage.ObservationId);
        return (
            [
                .. found.Where(change => shown.ContainsKey(change.Now.ObservationId))
                    .Select(change => change with { Now = shown[change.Now.ObservationId] }),
            ],
            count);
    }

    /// <summary>Where the file of a value is.</summary>
    /// <returns>Null when it is not the viewer's to see.</returns>
    public async Task<ImportAddress?> FileOfAsync(int import, CancellationToken cancellationToken)
    {
        RowScope rows = await current.RowsAsync(Right.ImportsRead);
        string home = Subjects.City(await city.MasterAsync(null, cancellationToken)).Code;
        return rows.Banks is not { Count: 0 } && await files.IsOpenAsync(import, rows, home, cancellationToken)
            ? new ImportAddress(import, IsRefusal: false)
            : null;
    }

    private async Task<(RowScope Rows, string Home)> RowsAsync(DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        MasterData all = await city.MasterAsync(asOf, cancellationToken);
        RowScope rows = VisibleCity.WithZones(await current.RowsAsync(Right.CellsRead), all);
        return (rows, Subjects.City(all).Code);
    }

    private async Task<IReadOnlyList<Vintage>> CutAsync(
        IReadOnlyList<Vintage> found, RowScope rows, string home, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        IReadOnlyList<Vintage> shown =
            rows.SeesEveryBank ? found : await groups.WithholdAsync(found, home, asOf, cancellationToken);
        List<Vintage> ofBanks = [.. shown.Where(row => row.Series.Bank is not null)];
        if (ofBanks.Count > 0)
        {
            await views.RecordAsync(
                ofBanks.Select(row => row.Series.Bank!),
                null,
                ofBanks.Min(row => row.Month),
                ofBanks.Max(row => row.Month),
                cancellationToken);
        }

        return shown;
    }
}
