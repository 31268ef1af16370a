using SmeKpi.Core.Access;
using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Readers;

/// <summary>
/// The city as far as the viewer may see it: the one door through which pages, charts, the API and exports read figures.
/// Sums are computed from everything; rows that are not the viewer's do not come out. Who sees rows of banks leaves a trace.
/// </summary>
internal sealed class VisibleCity(
    CurrentViewer current,
    RightsTable rights,
    CityData city,
    LineageReader lineage,
    ObservationReader observations,
    SmallGroupShelf groups,
    ImportRows files,
    BankViews views)
{
    /// <summary>How much of the banks' rows the viewer gets to see, so that pages can say so.</summary>
    public async Task<BankRows> BankRowsAsync()
    {
        Viewer viewer = await current.GetAsync();
        return rights.WaitsForSecondFactor(viewer, Right.BanksRead) ? BankRows.AfterSecondFactor : rights.Of(viewer, Right.BanksRead) switch
        {
            Reach.Every => BankRows.Every,
            Reach.Own => BankRows.Own,
            _ => BankRows.None,
        };
    }

    /// <summary>The banks and areas that the viewer may see; the city always.</summary>
    public async Task<MasterData> MasterAsync(DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        MasterData all = await city.MasterAsync(asOf, cancellationToken);
        RowScope rows = WithZones(await current.RowsAsync(Right.BanksRead), all);
        return rows.IsEverything
            ? all
            : new MasterData(
                all.Banks.Where(bank => rows.SeesBank(bank.Code)).Select(bank => rows.SeesBank(bank.Successor)
                    ? bank
                    : bank with { Successor = null }),
                all.Regions.Where(region => region.Kind == RegionKind.City || rows.SeesRegion(region.Code))
                    .Select(region => region.Kind != RegionKind.Zone || rows.SeesRegion(region.Parent!)
                        ? region
                        : region with { Parent = Subjects.City(all).Code }));
    }

    /// <summary>Whether there are figures of the subject for the viewer; when not, it is as if it did not exist.</summary>
    public async Task<bool> SeesAsync(Subject subject, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        MasterData all = await city.MasterAsync(asOf, cancellationToken);
        return all.FindRegion(subject.Region) is not null
            && (subject.Bank is not { Length: > 0 } bank || all.FindBank(bank) is not null)
            && WithZones(await current.RowsAsync(Right.BanksRead), all)
                .Sees(subject.Region, subject.Bank, Subjects.City(all).Code);
    }

    public Task<IReadOnlyList<YearMonth>> MonthsAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        city.MonthsAsync(asOf, cancellationToken);

    public Task<YearMonth?> LastMonthAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        city.LastMonthAsync(asOf, cancellationToken);

    public Task<DateTimeOffset> KnownSinceAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        city.KnownSinceAsync(asOf, cancellationToken);

    /// <summary>Whether there are any figures for the viewer: pages of the law are open to people who see none.</summary>
    public Task<bool> IsOpenAsync() => current.AllowsAsync(Right.CityRead);

    /// <summary>Figures of the city as a whole; none for people who see no figures.</summary>
    public async Task<IReadOnlyList<ResolvedFigure>> TotalsAsync(
        IReadOnlyList<FigureRequest> requests, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        await IsOpenAsync() ? await city.TotalsAsync(requests, asOf, cancellationToken) : [];

    /// <summary>Forecasts of the city as a whole for a range of months; none for people who see no figures.</summary>
    public async Task<IReadOnlyList<TargetForecast>> ForecastsAsync(
        YearMonth from, YearMonth to, DateTimeOffset? asOf, CancellationToken cancellationToken) => await IsOpenAsync()
            ? await city.ForecastsAsync(await HomeAsync(asOf, cancellationToken), from, to, asOf, cancellationToken)
            : [];

    /// <summary>One of them with its back-test.</summary>
    /// <returns>Null for people who see no figures and for a month without figures.</returns>
    public async Task<TestedForecast?> ForecastAsync(
        string id, YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken) => await IsOpenAsync()
            ? await city.ForecastAsync(await HomeAsync(asOf, cancellationToken), id, month, asOf, cancellationToken)
            : null;

    /// <summary>Readings as <see cref="CityData"/> gives them, as far as they are the viewer's.</summary>
    public async Task<IReadOnlyList<KpiReading>> ReadingsAsync(ReadingQuery query, CancellationToken cancellationToken)
    {
        if (!await IsOpenAsync())
        {
            return [];
        }

        MasterData all = await city.MasterAsync(query.AsOf, cancellationToken);
        RowScope rows = WithZones(await current.RowsAsync(Right.BanksRead), all);
        IReadOnlyList<KpiReading> readings = await city.ReadingsAsync(query, rows, cancellationToken);
        List<KpiReading> ofBanks = [.. readings.Where(reading => reading.Subject.Bank is not null)];
        if (ofBanks.Count > 0)
        {
            await views.RecordAsync(
                ofBanks.Select(reading => reading.Subject.Bank!),
                ofBanks[0].Subject.Region,
                ofBanks.Min(reading => reading.Month),
                ofBanks.Max(reading => reading.Month),
                cancellationToken);
        }

        return readings;
    }

    /// <returns>Null when the reading does not exist in the month or is not the viewer's to see.</returns>
    public async Task<LineageJson?> LineageAsync(
        Kpi kpi,
        string reading,
        YearMonth month,
        Subject subject,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        if (!await SeesAsync(subject, asOf, cancellationToken))
        {
            return null;
        }

        MasterData all = await city.MasterAsync(asOf, cancellationToken);
        RowScope? cells = await current.AllowsAsync(Right.CellsRead)
            ? WithZones(await current.RowsAsync(Right.CellsRead), all)
            : null;
        LineageJson? found = await lineage.ReadAsync(
            kpi,
            reading,
            month,
            subject,
            asOf,
            WithZones(await current.RowsAsync(Right.BanksRead), all),
            cells,
            cancellationToken);
        IEnumerable<string> banks = (found?.Figures ?? []).SelectMany(figure => figure.Cells).Select(cell => cell.Bank)
            .Append(found is null ? null : subject.Bank).OfType<string>();
        await views.RecordAsync(banks, subject.Region, month, month, cancellationToken);
        return found;
    }

    /// <summary>Stored values; where a file holds rows of others as well, without saying which file it was.</summary>
    public async Task<IReadOnlyList<Vintage>> ObservationsAsync(ObservationQuery query, CancellationToken cancellationToken)
    {
        MasterData all = await city.MasterAsync(query.AsOf, cancellationToken);
        string home = Subjects.City(all).Code;
        RowScope rows = WithZones(await current.RowsAsync(Right.CellsRead), all);
        IReadOnlyList<Vintage> found = await observations.QueryAsync(query, rows, home, cancellationToken);
        if (!rows.SeesEveryBank)
        {
            found = await groups.WithholdAsync(found, home, query.AsOf, cancellationToken);
        }

        List<Vintage> ofBanks = [.. found.Where(row => row.Series.Bank is not null)];
        if (ofBanks.Count > 0)
        {
            await views.RecordAsync(
                ofBanks.Select(row => row.Series.Bank!),
                query.Region,
                ofBanks.Min(row => row.Month),
                ofBanks.Max(row => row.Month),
                cancellationToken);
        }

        return await WithoutForeignFilesAsync(found, rows, home, cancellationToken);
    }

    private async Task<string> HomeAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        Subjects.City(await city.MasterAsync(asOf, cancellationToken)).Code;

    private async Task<IReadOnlyList<Vintage>> WithoutForeignFilesAsync(
        IReadOnlyList<Vintage> found, RowScope rows, string home, CancellationToken cancellationToken)
    {
        if (rows.IsEverything)
        {
            return found;
        }

        HashSet<int> open = [];
        foreach (int import in found.Select(row => row.ImportId).Distinct())
        {
            if (await files.IsOpenAsync(import, rows, home, cancellationToken))
            {
                open.Add(import);
            }
        }

        return [.. found.Select(row => open.Contains(row.ImportId) ? row : LineageReader.WithoutFile(row))];
    }

    /// <summary>A zone lies in its district: who may see the one sees the other.</summary>
    internal static RowScope WithZones(RowScope rows, MasterData master) => rows.Regions is not { } regions
        ? rows
        : rows with
        {
            Regions = regions.Concat(regions.SelectMany(master.CountiesOf).Select(zone => zone.Code)).ToHashSet(),
        };
}

/// <summary>How much of the banks' rows somebody gets to see.</summary>
public enum BankRows
{
    None,

    /// <summary>None before a one-time code.</summary>
    AfterSecondFactor,

    /// <summary>Those of the account's own bank.</summary>
    Own,

    Every,
}
