using SmeKpi.Core.Access;
using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage;
using SmeKpi.Storage.Forecasts;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Readings;

namespace SmeKpi.Web.Readers;

/// <summary>
/// Readings for pages, API and command line: stored ones as known now; computed ones for a past moment, or while the
/// stored ones are behind the data. Computed from everything, then cut down to the rows that the caller names: people
/// come here through <see cref="VisibleCity"/> only.
/// </summary>
internal sealed class CityData(
    SnapshotReader snapshots,
    MasterDataReader masterData,
    ReadingStore store,
    ReadingComputer computer,
    ForecastStore forecasts,
    FigureShelf shelf,
    SmallGroupShelf groups,
    PolicyDocument policy)
{
    /// <summary>Banks and areas as known at a moment; as known now when the city itself was not known by then.</summary>
    public async Task<MasterData> MasterAsync(DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        MasterData then = await masterData.ReadAsync(asOf, cancellationToken);
        return asOf is null || then.Regions.Any(region => region.Kind == RegionKind.City)
            ? then
            : await masterData.ReadAsync(null, cancellationToken);
    }

    /// <summary>When the newest figure became known.</summary>
    /// <returns>The beginning of 1970 while nothing was imported.</returns>
    public Task<DateTimeOffset> KnownSinceAsync(CancellationToken cancellationToken) =>
        KnownSinceAsync(asOf: null, cancellationToken);

    /// <summary>When the newest figure known by a moment became known.</summary>
    public async Task<DateTimeOffset> KnownSinceAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        await snapshots.DataVersionAsync(asOf, cancellationToken) ?? DateTimeOffset.UnixEpoch;

    /// <summary>Figures of the city as a whole: published, or added up from the banks. Open to all who see the city.</summary>
    public async Task<IReadOnlyList<ResolvedFigure>> TotalsAsync(
        IReadOnlyList<FigureRequest> requests, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        Subject home = new(Subjects.City(await MasterAsync(asOf, cancellationToken)).Code);
        return await shelf.ReadAsync(
            asOf, figures => requests.Select(request => figures.Resolve(home, request)[0]).ToList(), cancellationToken);
    }

    /// <summary>By month, id and reading (the ruling one first), area before banks.</summary>
    /// <param name="rows">What is outside of them is left out; small groups are withheld unless every bank is inside.</param>
    public async Task<IReadOnlyList<KpiReading>> ReadingsAsync(
        ReadingQuery query, RowScope rows, CancellationToken cancellationToken)
    {
        IReadOnlyList<KpiReading> all = query.AsOf is null && AreStored(query) && await computer.IsCurrentAsync(cancellationToken)
            ? await StoredAsync(query, cancellationToken)
            : await shelf.ReadAsync(query.AsOf, figures => Evaluate(figures, query), cancellationToken);
        List<KpiReading> seen = [.. all.Where(reading => rows.Sees(reading.Subject.Region, reading.Subject.Bank, query.City))];
        IReadOnlyList<KpiReading> shown =
            rows.SeesEveryBank ? seen : await groups.WithholdAsync(seen, query.City, query.AsOf, cancellationToken);
        return
        [
            .. shown.OrderBy(reading => reading.Month)
                .ThenBy(reading => reading.Id, StringComparer.Ordinal)
                .ThenBy(reading => Order(reading))
                .ThenBy(reading => reading.Subject.Bank is null ? 0 : 1)
                .ThenBy(reading => reading.Subject.Region, StringComparer.Ordinal)
                .ThenBy(reading => reading.Subject.Bank, StringComparer.Ordinal),
        ];
    }

    /// <summary>The months in which the city has a value for any target, in order.</summary>
    public async Task<IReadOnlyList<YearMonth>> MonthsAsync(DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (asOf is not null || !await computer.IsCurrentAsync(cancellationToken))
        {
            return await shelf.ReadAsync(
                asOf, figures => Subjects.Months(figures.Statistics, figures.Master), cancellationToken);
        }

        string city = Subjects.City(await MasterAsync(null, cancellationToken)).Code;
        IReadOnlyList<StoredReading> rulings = await store.LatestAsync(
            new ReadingFilter { Regions = [city], Banks = [string.Empty] }, cancellationToken: cancellationToken);
        return
        [
            .. rulings.Where(stored => stored.Reading.Actual is not null || stored.Reading.Completeness.Received > 0)
                .Select(stored => stored.Reading.Month).Distinct().Order(),
        ];
    }

    public async Task<YearMonth?> LastMonthAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        await MonthsAsync(asOf, cancellationToken) is [.., var last] ? last : null;

    /// <summary>The year ends of the city as foretold from each month of a range that has figures.</summary>
    public async Task<IReadOnlyList<TargetForecast>> ForecastsAsync(
        string home, YearMonth from, YearMonth to, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        asOf is null && await computer.IsCurrentAsync(cancellationToken)
            ? await forecasts.ListAsync(home, from, to, cancellationToken)
            : await shelf.ReadAsync(
                asOf,
                figures => Subjects.Months(figures.Statistics, figures.Master)
                    .Where(month => from <= month && month <= to)
                    .SelectMany(month => ForecastMaker.Foretell(new KpiInput(figures, policy, month, new Subject(home))))
                    .ToList(),
                cancellationToken);

    /// <summary>The forecast of one target with its back-test.</summary>
    /// <returns>Null when the month has no figures.</returns>
    public async Task<TestedForecast?> ForecastAsync(
        string home, string id, YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        asOf is null && await computer.IsCurrentAsync(cancellationToken)
            ? await forecasts.FindAsync(home, month, id, cancellationToken)
            : await shelf.ReadAsync(
                asOf,
                figures => Subjects.Months(figures.Statistics, figures.Master).Contains(month)
                    ? ForecastMaker.Evaluate(new KpiInput(figures, policy, month, new Subject(home)), id)
                    : null,
                cancellationToken);

    /// <summary>Only the city, counties and banks of the city are stored; a bank in one county is computed when asked for.</summary>
    private static bool AreStored(ReadingQuery query) =>
        query.Subjects is null || query.Subjects.All(subject => subject.Bank is null || query.City == subject.Region);

    private async Task<IReadOnlyList<KpiReading>> StoredAsync(ReadingQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredReading> stored = await store.LatestAsync(
            new ReadingFilter
            {
                From = query.From,
                To = query.To,
                Kpis = query.Id is { } id ? [id] : null,
                Readings = query.Reading is { } name ? [name] : null,
                Regions = query.Subjects?.Select(subject => subject.Region).Distinct().ToList(),
                Banks = query.Subjects?.Select(subject => subject.Bank ?? string.Empty).Distinct().ToList(),
            },
            cancellationToken: cancellationToken);
        HashSet<Subject>? wanted = query.Subjects?.ToHashSet();
        return [.. stored.Select(each => each.Reading).Where(reading => wanted?.Contains(reading.Subject) ?? true)];
    }

    private List<KpiReading> Evaluate(FigureBook figures, ReadingQuery query)
    {
        if (Subjects.Months(figures.Statistics, figures.Master) is not [var first, .., var last])
        {
            return [];
        }

        YearMonth from = query.From > first ? query.From : first;
        YearMonth december = new(last.Year, 12);
        YearMonth to = query.To < december ? query.To : december;
        return
        [
            .. from.Through(to)
                .SelectMany(month => SubjectsOf(figures.Master, month, query)
                    .SelectMany(subject => KpiCatalog.Evaluate(new KpiInput(figures, policy, month, subject))))
                .Where(reading => (query.Id is null || reading.Id == query.Id)
                    && (query.Reading is null || reading.Reading == query.Reading)),
        ];
    }

    private static IEnumerable<Subject> SubjectsOf(MasterData master, YearMonth month, ReadingQuery query) =>
        query.Subjects is null
            ? Subjects.Of(master, month)
            : query.Subjects.Where(subject => subject.Bank is null
                || master.FindBank(subject.Bank)?.IsOpenIn(month) == true);

    private int Order(KpiReading reading)
    {
        IReadOnlyList<ReadingDefinition> readings = policy.Provision(reading.Id).Readings;
        for (int at = 0; at < readings.Count; at++)
        {
            if (readings[at].Name == reading.Reading)
            {
                return at;
            }
        }

        return readings.Count;
    }
}
