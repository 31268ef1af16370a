using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Readings;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;

namespace SmeKpi.Storage.Tests.Readings;

public sealed class ReadingStoreTests
{
    private static readonly DateTimeOffset s_v1 = Bench.Start;
    private static readonly DateTimeOffset s_v2 = Bench.Start.AddDays(1);

    [Theory, EveryDatabase]
    public async Task Append_EveryMember_ComesBackDigitByDigit(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var store = new ReadingStore(bench.Database, bench.Clock);
        KpiReading reading = Reading(0.1234567890123456789012345678m) with
        {
            Subject = new Subject("320902", "A"),
            Target = new Quantity(200_000_000_000m, Unit.Yuan),
            Standing = Standing.FarBehind,
            Pace = new Quantity(-79_228_162_514_264_337_593_543_950_335m, Unit.Yuan),
            SeasonalPace = new Quantity(1.50m, Unit.Yuan),
            RequiredRunRate = new Quantity(3m, Unit.Yuan),
            BindingTarget = "M01.2",
            RequiredIncrement = new Quantity(4m, Unit.Yuan),
            Completeness = new Completeness(40, 38),
            Origin = Origin.Published,
            Synthetic = true,
        };

        await store.AppendAsync([reading], s_v1, "policy-1");

        StoredReading stored = Assert.Single(await store.LatestAsync(ReadingFilter.In(Bench.June)));
        Assert.Equal(new StoredReading(reading, s_v1, Bench.Start, "policy-1"), stored);
    }

    [Theory, EveryDatabase]
    public async Task Append_SameReadingsTenTimes_StoresThemOnce(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var store = new ReadingStore(bench.Database, bench.Clock);
        await store.AppendAsync([Reading(1m), Reading(2m) with { Id = "M01.2" }], s_v1, "p");
        int rows = await bench.Database.CountRowsAsync();

        for (int replay = 0; replay < 10; replay++)
        {
            bench.Clock.Advance(TimeSpan.FromDays(1));
            AppendReport report = await store.AppendAsync([Reading(1m), Reading(2m) with { Id = "M01.2" }], s_v2, "p");
            Assert.Equal(new AppendReport(AppendOutcome.Stored, Stored: 0, Unchanged: 2), report);
        }

        Assert.Equal(rows, await bench.Database.CountRowsAsync());
        Assert.Equal(s_v2, Assert.Single(await store.MonthsAsync()).DataKnownSince);
    }

    [Theory, EveryDatabase]
    public async Task Latest_AsOfAnOlderVersion_GivesTheReadingOfThen(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var store = new ReadingStore(bench.Database, bench.Clock);
        await store.AppendAsync([Reading(1m)], s_v1, "p");
        await store.AppendAsync([Reading(2m)], s_v2, "p");

        Assert.Equal([1m], await NumbersAsync(store, s_v2.AddTicks(-1)));
        Assert.Equal([2m], await NumbersAsync(store, s_v2));
        Assert.Equal([2m], await NumbersAsync(store, asOf: null));
        Assert.Empty(await NumbersAsync(store, s_v1.AddTicks(-1)));
    }

    [Theory, EveryDatabase]
    public async Task Append_OtherPolicyOnTheSameData_IsANewReadingThatRules(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var store = new ReadingStore(bench.Database, bench.Clock);
        await store.AppendAsync([Reading(1m)], s_v1, "p1");
        bench.Clock.Advance(TimeSpan.FromHours(1));

        await store.AppendAsync([Reading(1m) with { Standing = Standing.Behind }], s_v1, "p2");

        StoredReading latest = Assert.Single(await store.LatestAsync(new ReadingFilter()));
        Assert.Equal((Standing.Behind, "p2"), (latest.Reading.Standing, latest.PolicyVersion));
    }

    [Theory, EveryDatabase]
    public async Task Append_ComputedFromOlderDataThanStored_IsSuperseded(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var store = new ReadingStore(bench.Database, bench.Clock);
        await store.AppendAsync([Reading(1m)], s_v2, "p");

        AppendReport report = await store.AppendAsync([Reading(9m)], s_v1, "p");

        Assert.Equal((0, 1), (report.Stored, report.Superseded));
        Assert.Equal([1m], await NumbersAsync(store, asOf: null));
    }

    [Theory, EveryDatabase]
    public async Task Append_LeaseTakenOverByAnother_StoresNothing(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var store = new ReadingStore(bench.Database, bench.Clock);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long work = await queue.EnqueueAsync("compute", "a", "a");
        long stale = (await queue.TryLeaseAsync(work, TimeSpan.FromMinutes(1)))!.Value;
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        long current = (await queue.TryLeaseAsync(work, TimeSpan.FromMinutes(1)))!.Value;

        AppendReport late = await store.AppendAsync([Reading(1m)], s_v1, "p", new Fence(work, stale));
        Assert.Equal(AppendOutcome.LeaseLost, late.Outcome);
        Assert.Empty(await store.MonthsAsync());

        await store.AppendAsync([Reading(1m)], s_v1, "p", new Fence(work, current, Completes: false));
        Assert.Equal(WorkState.Running, (await queue.FindAsync(work))!.State);
        await store.AppendAsync([Reading(2m)], s_v2, "p", new Fence(work, current));
        Assert.Equal(WorkState.Done, (await queue.FindAsync(work))!.State);
    }

    [Theory, EveryDatabase]
    public async Task Latest_WithFilter_GivesOnlyWhatWasAskedFor(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var store = new ReadingStore(bench.Database, bench.Clock);
        await store.AppendAsync(
            [
                Reading(1m),
                Reading(2m) with { Reading = "rmb" },
                Reading(3m) with { Subject = new Subject("320900", "A") },
                Reading(4m) with { Month = Bench.June.AddMonths(1) },
                Reading(5m) with { Subject = new Subject("320902") },
            ],
            s_v1,
            "p");

        Assert.Equal([1m], await NumbersAsync(store, null, ReadingFilter.In(Bench.June) with
        {
            Kpis = ["M01.1"], Readings = ["ruling"], Regions = ["320900"], Banks = [string.Empty],
        }));
        Assert.Equal([2m, 1m, 3m, 5m], await NumbersAsync(store, null, ReadingFilter.In(Bench.June)));
        Assert.Equal([3m], await NumbersAsync(store, null, new ReadingFilter { Banks = ["A"] }));
    }

    private static async Task<decimal[]> NumbersAsync(
        ReadingStore store, DateTimeOffset? asOf, ReadingFilter? filter = null) =>
        [.. (await store.LatestAsync(filter ?? new ReadingFilter(), asOf))
            .Select(stored => stored.Reading.Actual!.Value.Number)];

    private static KpiReading Reading(decimal actual) => new()
    {
        Id = "M01.1",
        Reading = "ruling",
        Month = Bench.June,
        Subject = new Subject("320900"),
        Actual = new Quantity(actual, Unit.Yuan),
        Target = null,
        Standing = Standing.NoTarget,
        Completeness = new Completeness(1, 1),
        Origin = Origin.Banks,
        Synthetic = false,
    };
}
