using System.Data;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Forecasts;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;

namespace SmeKpi.Storage.Readings;

/// <summary>Keeps every reading that was ever issued: what a bulletin printed can be printed again.</summary>
public sealed class ReadingStore(IDbContextFactory<SmeKpiContext> contexts, TimeProvider clock)
{
    internal static readonly BulkColumn[] Columns =
    [
        new("kpi", DbType.String, Lengths.Kpi),
        new("reading", DbType.String, Lengths.ReadingName),
        new("month", DbType.Int32),
        new("region_code", DbType.String, Lengths.RegionCode),
        new("bank_code", DbType.String, Lengths.BankCode),
        new("data_known_since_ticks", DbType.Int64),
        new("computed_ticks", DbType.Int64),
        new("policy_version", DbType.String, Lengths.Version),
        new("standing", DbType.String, Lengths.Word),
        new("payload_json", DbType.String, -1),
    ];

    /// <summary>Stores the readings that differ from the newest stored ones, in one transaction.</summary>
    /// <param name="dataKnownSince">The version of the data that all of them were computed from.</param>
    /// <param name="policyVersion">The version of the policy that all of them were judged by.</param>
    /// <param name="fence">The lease under which they were computed; null outside jobs.</param>
    /// <param name="forecasts">Those computed from the same data; stored with the readings or not at all.</param>
    /// <remarks>Safe to run again. Readings of months computed from newer data meanwhile are left out.</remarks>
    public Task<AppendReport> AppendAsync(
        IEnumerable<KpiReading> readings,
        DateTimeOffset dataKnownSince,
        string policyVersion,
        Fence? fence = null,
        IReadOnlyList<TestedForecast>? forecasts = null,
        CancellationToken cancellationToken = default)
    {
        IReadOnlyList<KpiReading> computed = [.. readings];
        return WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                long now = clock.UtcTicks();
                if (!await WorkQueue.PassAsync(context, fence, now, token))
                {
                    return new AppendReport(AppendOutcome.LeaseLost);
                }

                HashSet<YearMonth> current =
                    await MarkMonthsAsync(context, computed, dataKnownSince.UtcTicks, policyVersion, now, token);
                KpiReading[] candidates = [.. computed.Where(reading => current.Contains(reading.Month))];
                Dictionary<ReadingKey, string> newest = await NewestAsync(context, current, token);
                (KpiReading Reading, string Json)[] changed = [.. candidates
                    .Select(reading => (Reading: reading, Json: StorageJson.From(reading)))
                    .Where(pair => newest.GetValueOrDefault(ReadingKey.Of(pair.Reading)) != pair.Json)];

                await InsertAsync(context, changed, dataKnownSince.UtcTicks, policyVersion, now, token);
                TestedForecast[] foretold = [.. (forecasts ?? []).Where(each => current.Contains(each.Forecast.Month))];
                await ForecastStore.WriteAsync(context, foretold, dataKnownSince.UtcTicks, policyVersion, now, token);
                await context.Database.CommitTransactionAsync(token);
                return new AppendReport(
                    AppendOutcome.Stored,
                    changed.Length,
                    candidates.Length - changed.Length,
                    computed.Count - candidates.Length);
            },
            cancellationToken);
    }

    /// <summary>The newest readings that were computed from data known at a moment.</summary>
    /// <param name="asOf">A version of the data; null for the newest.</param>
    /// <returns>By month, id and reading; first the area itself, then its banks by code.</returns>
    public async Task<IReadOnlyList<StoredReading>> LatestAsync(
        ReadingFilter filter, DateTimeOffset? asOf = null, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ReadingRow> rows = await Latest(context, filter, Ticks.UpTo(asOf)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new StoredReading(
            StorageJson.ToReading(row.PayloadJson),
            Ticks.ToMoment(row.DataKnownSinceTicks),
            Ticks.ToMoment(row.ComputedTicks),
            row.PolicyVersion))];
    }

    /// <summary>The months that have readings, in order.</summary>
    public async Task<IReadOnlyList<ComputedMonth>> MonthsAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ComputedMonthRow> rows = await context.ComputedMonths.AsNoTracking()
            .OrderBy(row => row.Month).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ComputedMonth(
            YearMonth.FromNumber(row.Month),
            Ticks.ToMoment(row.DataKnownSinceTicks),
            Ticks.ToMoment(row.ComputedTicks),
            row.PolicyVersion))];
    }

    /// <summary>Whether there are readings, and those of every month were computed from a version of the data under a policy.</summary>
    public async Task<bool> ReflectAsync(
        DateTimeOffset dataKnownSince, string policyVersion, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<bool> kinds = await Reflecting(context, dataKnownSince.UtcTicks, policyVersion).ToListAsync(cancellationToken);
        return kinds is [true];
    }

    /// <summary>True, false, both, or nothing without readings.</summary>
    internal static IQueryable<bool> Reflecting(SmeKpiContext context, long data, string policyVersion) => context.ComputedMonths
        .Select(row => row.DataKnownSinceTicks == data && row.PolicyVersion == policyVersion).Distinct();

    internal static IQueryable<ReadingRow> Latest(SmeKpiContext context, ReadingFilter filter, long asOf)
    {
        IQueryable<ReadingRow> rows = context.Readings.AsNoTracking().Where(row => row.DataKnownSinceTicks <= asOf
            && !context.Readings.Any(later => later.Month == row.Month && later.Kpi == row.Kpi
                && later.Reading == row.Reading && later.RegionCode == row.RegionCode && later.BankCode == row.BankCode
                && later.DataKnownSinceTicks <= asOf
                && (later.DataKnownSinceTicks > row.DataKnownSinceTicks
                    || (later.DataKnownSinceTicks == row.DataKnownSinceTicks
                        && later.ComputedTicks > row.ComputedTicks))));
        return Chosen(rows, filter)
            .OrderBy(row => row.Month)
            .ThenBy(row => row.Kpi)
            .ThenBy(row => row.Reading)
            .ThenBy(row => row.RegionCode)
            .ThenBy(row => row.BankCode);
    }

    private static IQueryable<ReadingRow> Chosen(IQueryable<ReadingRow> rows, ReadingFilter filter)
    {
        int from = filter.From?.Number ?? 0;
        int to = filter.To?.Number ?? int.MaxValue;
        rows = rows.Where(row => row.Month >= from && row.Month <= to);
        rows = filter.Kpis is { } kpis ? rows.Where(row => kpis.Contains(row.Kpi)) : rows;
        rows = filter.Readings is { } names ? rows.Where(row => names.Contains(row.Reading)) : rows;
        rows = filter.Regions is { } regions ? rows.Where(row => regions.Contains(row.RegionCode)) : rows;
        return filter.Banks is { } banks ? rows.Where(row => banks.Contains(row.BankCode)) : rows;
    }

    /// <summary>Notes what the months now reflect.</summary>
    /// <returns>The months that were not computed from newer data already.</returns>
    private static async Task<HashSet<YearMonth>> MarkMonthsAsync(
        SmeKpiContext context,
        IReadOnlyList<KpiReading> computed,
        long data,
        string policyVersion,
        long now,
        CancellationToken cancellationToken)
    {
        Dictionary<int, ComputedMonthRow> known =
            await context.ComputedMonths.ToDictionaryAsync(row => row.Month, cancellationToken);
        HashSet<YearMonth> current = [];
        foreach (YearMonth month in computed.Select(reading => reading.Month).Distinct())
        {
            if (!known.TryGetValue(month.Number, out ComputedMonthRow? row))
            {
                row = new ComputedMonthRow { Month = month.Number, PolicyVersion = policyVersion };
                context.Add(row);
            }
            else if (row.DataKnownSinceTicks > data)
            {
                continue;
            }

            (row.DataKnownSinceTicks, row.ComputedTicks, row.PolicyVersion) = (data, now, policyVersion);
            current.Add(month);
        }

        await context.SaveChangesAsync(cancellationToken);
        return current;
    }

    private static async Task<Dictionary<ReadingKey, string>> NewestAsync(
        SmeKpiContext context, HashSet<YearMonth> months, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<ReadingKey, string>();
        foreach (YearMonth month in months)
        {
            await foreach (ReadingRow row in Latest(context, ReadingFilter.In(month), long.MaxValue)
                .AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                newest.Add(ReadingKey.Of(row), row.PayloadJson);
            }
        }

        return newest;
    }

    private static async Task InsertAsync(
        SmeKpiContext context,
        IEnumerable<(KpiReading Reading, string Json)> changed,
        long data,
        string policyVersion,
        long now,
        CancellationToken cancellationToken)
    {
        await using BulkInsert insert = BulkInsert.Into(context, "readings", Columns);
        foreach ((KpiReading reading, string json) in changed)
        {
            var key = ReadingKey.Of(reading);
            await insert.AddAsync(
                new object?[]
                {
                    key.Kpi, key.Reading, key.Month, key.Region, key.Bank, data, now, policyVersion,
                    reading.Standing.ToString(), json,
                },
                cancellationToken);
        }

        await insert.FlushAsync(cancellationToken);
    }

    private readonly record struct ReadingKey(string Kpi, string Reading, int Month, string Region, string Bank)
    {
        public static ReadingKey Of(KpiReading reading) => new(
            reading.Id,
            reading.Reading,
            reading.Month.Number,
            reading.Subject.Region,
            reading.Subject.Bank ?? string.Empty);

        public static ReadingKey Of(ReadingRow row) =>
            new(row.Kpi, row.Reading, row.Month, row.RegionCode, row.BankCode);
    }
}
