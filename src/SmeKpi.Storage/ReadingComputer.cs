using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Readings;
using SmeKpi.Storage.Work;

namespace SmeKpi.Storage;

/// <summary>What a computation covered and stored.</summary>
/// <param name="DataKnownSince">The version of the data; null when there were no data to compute from.</param>
public sealed record ComputeReport(DateTimeOffset? DataKnownSince, IReadOnlyList<YearMonth> Months, AppendReport Stored);

/// <summary>The way of the figures into readings: read what is known → compute and foretell → store what changed.</summary>
/// <remarks>Safe to run again: the same data give the same readings, and those that did not change are not stored.</remarks>
public sealed class ReadingComputer(
    SnapshotReader snapshots, MasterDataReader masterData, ReadingStore store, PolicyDocument policy)
{
    /// <param name="from">The first month to compute; null for all.</param>
    /// <param name="to">The last month; null for December of the last year with data, whose paces are wanted ahead.</param>
    public async Task<ComputeReport> ComputeAsync(
        YearMonth? from = null, YearMonth? to = null, Fence? fence = null, CancellationToken cancellationToken = default)
    {
        DateTimeOffset? version = await snapshots.DataVersionAsync(cancellationToken: cancellationToken);
        FigureBook? figures = version is { } known ? await FiguresAsync(known, cancellationToken) : null;
        IReadOnlyList<KpiReading> readings = figures is null ? [] : Evaluate(figures, from, to);
        AppendReport stored = await store.AppendAsync(
            readings,
            version ?? DateTimeOffset.UnixEpoch,
            policy.Version,
            fence,
            figures is null ? [] : Forecast(figures, from, to),
            cancellationToken);
        return new ComputeReport(version, [.. readings.Select(reading => reading.Month).Distinct().Order()], stored);
    }

    /// <summary>Whether the stored readings reflect the newest data and the law as it is.</summary>
    /// <remarks>Asked anew each time: another process, with another policy, may have computed in the meantime.</remarks>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken = default) =>
        await snapshots.DataVersionAsync(cancellationToken: cancellationToken) is not { } version
            || await store.ReflectAsync(version, policy.Version, cancellationToken);

    /// <summary>All readings of all subjects as of a version of the data.</summary>
    public async Task<IReadOnlyList<KpiReading>> EvaluateAsync(
        DateTimeOffset version, YearMonth? from, YearMonth? to, CancellationToken cancellationToken = default) =>
        Evaluate(await FiguresAsync(version, cancellationToken), from, to);

    private async Task<FigureBook> FiguresAsync(DateTimeOffset version, CancellationToken cancellationToken) => new(
        await snapshots.ReadAsync(version, new SnapshotFilter { Indicators = IndicatorCodes.All }, cancellationToken),
        await masterData.ReadAsync(version, cancellationToken));

    private List<KpiReading> Evaluate(FigureBook figures, YearMonth? from, YearMonth? to) =>
    [
        .. Months(figures, from, to).SelectMany(month => Subjects.Of(figures.Master, month)
            .SelectMany(subject => KpiCatalog.Evaluate(new KpiInput(figures, policy, month, subject)))),
    ];

    /// <summary>The year ends of the city as seen from every month that has figures.</summary>
    private List<TestedForecast> Forecast(FigureBook figures, YearMonth? from, YearMonth? to)
    {
        HashSet<YearMonth> known = [.. Subjects.Months(figures.Statistics, figures.Master)];
        return
        [
            .. Months(figures, from, to).Where(known.Contains).SelectMany(month => ForecastMaker.Evaluate(
                new KpiInput(figures, policy, month, new Subject(Subjects.City(figures.Master).Code)))),
        ];
    }

    private static IEnumerable<YearMonth> Months(FigureBook figures, YearMonth? from, YearMonth? to)
    {
        if (Subjects.Months(figures.Statistics, figures.Master) is not [var first, ..] known)
        {
            return [];
        }

        YearMonth december = new(known[^1].Year, 12);
        YearMonth start = from is { } wanted && wanted > first ? wanted : first;
        return start.Through(to is { } end && end < december ? end : december);
    }
}
