using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Readers;

/// <summary>
/// The door to single stored values. Where a file holds rows that the viewer may not see, the value is shown without its
/// file and without what stands around it.
/// </summary>
internal sealed class VisibleCells(
    CurrentViewer current,
    CityData city,
    ObservationReader observations,
    SmallGroupShelf groups,
    ImportRows files,
    CellWindowShelf windows,
    BankViews views,
    Law law)
{
    /// <param name="withWindow">Whether the file is read again to show what stands around the cell.</param>
    /// <returns>Null when there is no such value, or it is not the viewer's to see.</returns>
    public async Task<CellLineage?> FindAsync(long observation, bool withWindow, CancellationToken cancellationToken)
    {
        if (!await current.AllowsAsync(Right.CellsRead))
        {
            return null;
        }

        MasterData master = await city.MasterAsync(null, cancellationToken);
        string home = Subjects.City(master).Code;
        RowScope rows = VisibleCity.WithZones(await current.RowsAsync(Right.CellsRead), master);
        Vintage? stored = await observations.FindAsync(observation, cancellationToken);
        if (stored is null || !rows.Sees(stored.Series.Region, stored.Series.Bank, home)
            || (!rows.SeesEveryBank && (await groups.WithholdAsync([stored], home, null, cancellationToken)).Count == 0))
        {
            return null;
        }

        bool isOpen = await files.IsOpenAsync(stored.ImportId, rows, home, cancellationToken);
        await RecordAsync(stored, isOpen && withWindow, cancellationToken);
        IReadOnlyList<Vintage> vintages = await VintagesAsync(stored, rows, home, cancellationToken);
        return new CellLineage(
            new LineageSubject(
                new Subject(stored.Series.Region, stored.Series.Bank),
                stored.Month,
                master.FindRegion(stored.Series.Region)?.Name ?? Plain(stored.Series.Region),
                stored.Series.Bank is { } bank ? master.FindBank(bank)?.Name ?? Plain(bank) : null,
                AsOf: null),
            isOpen ? stored : LineageReader.WithoutFile(stored),
            law.Indicators.Find(stored.Series.Indicator)!,
            law.Indicators.FindScope(stored.Series.Scope),
            vintages[^1].ObservationId == stored.ObservationId,
            isOpen,
            isOpen && (await current.RowsAsync(Right.ImportsRead)).Banks is not { Count: 0 }
                ? new ImportAddress(stored.ImportId, IsRefusal: false)
                : null,
            vintages,
            isOpen && withWindow ? await windows.ReadAsync(stored, cancellationToken) : null);
    }

    /// <summary>A file may hold rows of more banks than the one whose value was asked for.</summary>
    private Task RecordAsync(Vintage stored, bool showsFile, CancellationToken cancellationToken) => showsFile
        ? views.RecordFileAsync(stored.ImportId, cancellationToken)
        : views.RecordAsync(
            stored.Series.Bank is { } bank ? [bank] : [], stored.Series.Region, stored.Month, stored.Month, cancellationToken);

    private async Task<IReadOnlyList<Vintage>> VintagesAsync(
        Vintage stored, RowScope rows, string home, CancellationToken cancellationToken)
    {
        List<Vintage> vintages = [];
        foreach (Vintage each in await observations.VintagesAsync(stored.Series, stored.Month, cancellationToken))
        {
            vintages.Add(await files.IsOpenAsync(each.ImportId, rows, home, cancellationToken)
                ? each
                : LineageReader.WithoutFile(each));
        }

        return vintages;
    }

    private static LocalizedText Plain(string code) => new(code, code);
}
