using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;

namespace SmeKpi.Storage.Tests.Work;

public sealed class WorkQueueTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Theory, EveryDatabase]
    public async Task Enqueue_SameKeyTwice_IsOnePieceOfWork(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);

        long[] ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => queue.EnqueueAsync("compute", "compute:2025-06", "2025-06"))));

        Assert.Single(ids.Distinct());
        WorkItem item = Assert.Single(await queue.UnfinishedAsync());
        Assert.Equal(("compute", "2025-06", WorkState.Queued), (item.Kind, item.Argument, item.State));
    }

    [Theory, EveryDatabase]
    public async Task Enqueue_WorkThatIsDone_DoesNotStartItAgain(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long id = await queue.EnqueueAsync("compute", "compute:2025-06", "2025-06");
        long token = (await queue.TryLeaseAsync(id, s_minute))!.Value;
        Assert.True(await queue.CompleteAsync(id, token));

        Assert.Equal(id, await queue.EnqueueAsync("compute", "compute:2025-06", "2025-06"));

        Assert.Empty(await queue.UnfinishedAsync());
        Assert.Null(await queue.TryLeaseAsync(id, s_minute));
    }

    [Theory, EveryDatabase]
    public async Task TryLease_ManyWorkersAtOnce_OneGetsIt(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long id = await queue.EnqueueAsync("compute", "a", "a");

        long?[] tokens = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            _ => Task.Run(() => queue.TryLeaseAsync(id, s_minute))));

        Assert.Single(tokens, token => token is not null);
    }

    [Theory, EveryDatabase]
    public async Task TryLease_UntilTheLeaseHasRunOut_IsRefused(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long id = await queue.EnqueueAsync("compute", "a", "a");
        long? first = await queue.TryLeaseAsync(id, s_minute);

        bench.Clock.Advance(s_minute);
        Assert.Null(await queue.TryLeaseAsync(id, s_minute));
        bench.Clock.Advance(TimeSpan.FromTicks(1));

        long? second = await queue.TryLeaseAsync(id, s_minute);
        Assert.True(first < second);
        Assert.False(await queue.RenewAsync(id, first!.Value, s_minute));
        Assert.False(await queue.CompleteAsync(id, first.Value));
        Assert.False(await queue.FailAsync(id, first.Value, "late"));
        Assert.True(await queue.CompleteAsync(id, second!.Value));
    }

    [Theory, EveryDatabase]
    public async Task Renew_BeforeTheLeaseRunsOut_KeepsOthersOut(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long id = await queue.EnqueueAsync("compute", "a", "a");
        long token = (await queue.TryLeaseAsync(id, s_minute))!.Value;

        bench.Clock.Advance(s_minute / 2);
        Assert.True(await queue.RenewAsync(id, token, s_minute));
        bench.Clock.Advance(s_minute * 0.75);

        Assert.Null(await queue.TryLeaseAsync(id, s_minute));
        Assert.Equal(Bench.Start + (s_minute * 1.5), (await queue.FindAsync(id))!.LeaseUntil);
    }

    [Theory, EveryDatabase]
    public async Task Fail_FiveTimes_EndsTheWorkWithTheLastError(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long id = await queue.EnqueueAsync("compute", "a", "a");

        for (int attempt = 1; attempt <= WorkQueue.MaxAttempts; attempt++)
        {
            Assert.Equal(WorkState.Queued, (await queue.FindAsync(id))!.State);
            long token = (await queue.TryLeaseAsync(id, s_minute))!.Value;
            Assert.True(await queue.FailAsync(id, token, $"error {attempt}"));
        }

        WorkItem item = (await queue.FindAsync(id))!;
        Assert.Equal((WorkState.Failed, "error 5", Bench.Start), (item.State, item.Error, item.Finished));
        Assert.Null(await queue.TryLeaseAsync(id, s_minute));
        Assert.Empty(await queue.UnfinishedAsync());
    }

    [Theory, EveryDatabase]
    public async Task Lease_LostToKilledProcessesManyTimes_IsNeverAFailure(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long id = await queue.EnqueueAsync("compute", "a", "a");

        for (int kill = 0; kill < 12; kill++)
        {
            Assert.NotNull(await queue.TryLeaseAsync(id, s_minute));
            bench.Clock.Advance(s_minute * 2);
        }

        WorkItem item = Assert.Single(await queue.UnfinishedAsync());
        Assert.Equal((WorkState.Running, 0), (item.State, item.Attempts));
    }

    [Fact]
    public async Task TryLease_UnknownWork_IsNull()
    {
        await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);

        Assert.Null(await new WorkQueue(bench.Database, bench.Clock).TryLeaseAsync(7, s_minute));
    }
}
