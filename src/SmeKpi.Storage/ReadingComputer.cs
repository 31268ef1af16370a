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

/// <summary>The way of the figures into readings: read what is known → compute → store what changed.</summary>
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
        IReadOnlyList<KpiReading> readings = version is null
            ? []
            : await EvaluateAsync(version.Value, from, to, cancellationToken);
        AppendReport stored = await store.AppendAsync(
            readings, version ?? DateTimeOffset.UnixEpoch, policy.Version, fence, cancellationToken);
        return new ComputeReport(version, [.. readings.Select(reading => reading.Month).Distinct().Order()], stored);
    }

    /// <summary>Whether the stored readings reflect the newest data and the law as it is.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken = default)
    {
        if (await snapshots.DataVersionAsync(cancellationToken: cancellationToken) is not { } version)
        {
            return true;
        }

        IReadOnlyList<ComputedMonth> months = await store.MonthsAsync(cancellationToken);
        return months.Count > 0
            && months.All(month => month.DataKnownSince == version && month.PolicyVersion == policy.Version);
    }

    /// <summary>All readings of all subjects as of a version of the data.</summary>
    public async Task<IReadOnlyList<KpiReading>> EvaluateAsync(
        DateTimeOffset version, YearMonth? from, YearMonth? to, CancellationToken cancellationToken = default)
    {
        StatisticsSnapshot statistics = await snapshots.ReadAsync(
            version, new SnapshotFilter { Indicators = IndicatorCodes.All }, cancellationToken);
        MasterData master = await masterData.ReadAsync(version, cancellationToken);
        FigureBook figures = new(statistics, master);
        return
        [
            .. Months(statistics, master, from, to).SelectMany(month => Subjects.Of(master, month)
                .SelectMany(subject => KpiCatalog.Evaluate(new KpiInput(figures, policy, month, subject)))),
        ];
    }

    private static IEnumerable<YearMonth> Months(
        StatisticsSnapshot statistics, MasterData master, YearMonth? from, YearMonth? to)
    {
        if (Subjects.Months(statistics, master) is not [var first, ..] known)
        {
            return [];
        }

        YearMonth december = new(known[^1].Year, 12);
        YearMonth start = from is { } wanted && wanted > first ? wanted : first;
        return start.Through(to is { } end && end < december ? end : december);
    }
}
