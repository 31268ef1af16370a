using Hangfire;
using Hangfire.Storage;
using SmeKpi.SampleData;
using SmeKpi.Web.Jobs;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Jobs;

/// <summary>A start knows the schedule and what an earlier process left undone.</summary>
public sealed class JobStartTests(SeededDatabase seeded)
{
    [Fact]
    public async Task Start_Schedule_IsTheListInShanghaiTime()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = new(await seeded.CopyEmptyAsync(folder));

        await StartAsync(program);
        await StartAsync(program);

        using IStorageConnection connection = program.Get<JobStorage>().GetConnection();
        Assert.Equal(
            [
                ("anchor-audit", typeof(AnchorAuditJob)),
                ("remind-of-due-filings", typeof(RemindOfDueFilings)),
                ("watch-drop-folder", typeof(WatchDropFolderJob)),
            ],
            connection.GetRecurringJobs().Select(job => (job.Id, job.Job.Type)).OrderBy(job => job.Id, StringComparer.Ordinal));
        Assert.All(connection.GetRecurringJobs(), job => Assert.Equal("Asia/Shanghai", job.TimeZoneId));
    }

    [Fact]
    public async Task Start_AfterACrash_HandsOverWhatWasRunningAtOnce()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        long id = await program.Queue.EnqueueAsync("compute", "compute:left", string.Empty);
        await program.Queue.TryLeaseAsync(id, TimeSpan.FromHours(1));
        long before = Waiting(program);

        await StartAsync(program);

        // The work that was left, and the computation that every start asks for.
        Assert.True(Waiting(program) >= before + 2);
        await program.WorkAsync();
        Assert.Equal(0, program.Database.Count("work WHERE state <> 'Done'"));
    }

    [Fact]
    public async Task LeaseLost_WhileComputing_StoresNothing()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        program.Drop("2025-06.csv", TidyReturns.With(
            "2024-12,,320900,loans.all.balance,rmb_fx,13000,亿元", "2025-06,,320900,loans.all.balance,rmb_fx,14000,亿元"));
        await program.LookAsync();
        long import = (await program.Queue.UnfinishedAsync())[0].Id;
        await program.DeliverAsync(import);
        long compute = (await program.Queue.UnfinishedAsync())[0].Id;
        long token = (await program.Queue.TryLeaseAsync(compute, TimeSpan.FromMinutes(1)))!.Value;
        program.Clock.Advance(TimeSpan.FromMinutes(2));
        await program.Queue.TryLeaseAsync(compute, TimeSpan.FromMinutes(1));

        await program.Get<ComputeReadings>().RunAsync(new(compute, token), CancellationToken.None);

        Assert.Equal(0, program.Database.Count("readings"));
        program.Clock.Advance(TimeSpan.FromMinutes(2));
        await program.DeliverAsync(compute);
        Assert.True(program.Database.Count("readings") > 0);
    }

    private static Task StartAsync(ProgramServices program) =>
        program.Get<JobStart>().RunAsync(CancellationToken.None);

    private static long Waiting(ProgramServices program) => program.Hangfire.EnqueuedCount("default");
}
