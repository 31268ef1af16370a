using Microsoft.Extensions.Time.Testing;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Promises;
using SmeKpi.Core.Statistics;
using SmeKpi.SampleData;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Promises;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Tests.Promises;

/// <summary>Promises are recorded in one meeting and followed in the next, each act with its trace.</summary>
public sealed class PromiseDeskTests
{
    private static readonly DateOnly s_may = new(2025, 5, 20);

    [Theory, EveryDatabase]
    public async Task Promise_CarriedOverTwiceThenKept_KeepsItsWholeHistory(Provider provider)
    {
        await using PromiseBench bench = await PromiseBench.CreateAsync(provider);
        int may = await bench.MeetAsync(s_may);
        int id = (await bench.Desk.RecordPromiseAsync(Fees(may), PromiseBench.Leader)).Id!.Value;
        int june = await bench.MeetAsync(new DateOnly(2025, 6, 20));
        int july = await bench.MeetAsync(new DateOnly(2025, 7, 20));
        int august = await bench.MeetAsync(new DateOnly(2025, 8, 20));

        Assert.Null((await bench.FollowAsync(june, id, PromiseAct.CarryOver, new DateOnly(2025, 7, 31), "还在征求意见")).Refusal);
        Assert.Null((await bench.FollowAsync(july, id, PromiseAct.CarryOver, new DateOnly(2025, 8, 31), "待会签")).Refusal);
        Assert.Null((await bench.FollowAsync(august, id, PromiseAct.Keep, null, "已印发")).Refusal);

        Promise promise = Assert.Single((await bench.Reader.ReadAsync()).Promises);
        Assert.Equal((PromiseState.Kept, new DateOnly(2025, 6, 15), new DateOnly(2025, 8, 31)), (promise.State, promise.FirstDue, promise.Due));
        Assert.Equal(new PromiseTopic("M08.1", 8), promise.Topic);
        Assert.Equal(["还在征求意见", "待会签", "已印发"], promise.Steps.Select(step => step.Note));
        Assert.All(promise.Steps, step => Assert.Equal(("leader", Bench.Start.UtcDateTime), (step.By, step.At.UtcDateTime)));
        Assert.Equal(PromiseRefusal.Closed, (await bench.FollowAsync(
            await bench.MeetAsync(new DateOnly(2025, 9, 20)), id, PromiseAct.Break, null, "后悔")).Refusal);
        Assert.Equal(
            ["meeting 1", "promise 1", "meeting 2", "meeting 3", "meeting 4", "promise 1", "promise 1", "promise 1", "meeting 5"],
            (await bench.EntriesAsync()).Select(entry => entry.Event.Target));
    }

    [Theory, EveryDatabase]
    public async Task Record_WhatIsUnfit_IsRefusedAndLeavesNothing(Provider provider)
    {
        await using PromiseBench bench = await PromiseBench.CreateAsync(provider);
        int may = await bench.MeetAsync(s_may);
        int before = (await bench.EntriesAsync()).Count;
        NewPromise fit = Fees(may);

        Assert.Equal(PromiseRefusal.DateIsUnfit, (await bench.Desk.RecordMeetingAsync(null, "例会", PromiseBench.Leader)).Refusal);
        Assert.Equal(PromiseRefusal.TextIsUnfit, (await bench.Desk.RecordMeetingAsync(s_may, " ", PromiseBench.Leader)).Refusal);
        Assert.Equal(PromiseRefusal.Unknown, await RefusalAsync(fit with { Meeting = 99 }));
        Assert.Equal(PromiseRefusal.TextIsUnfit, await RefusalAsync(fit with { Text = new string('字', 501) }));
        Assert.Equal(PromiseRefusal.DateIsUnfit, await RefusalAsync(fit with { Due = s_may.AddDays(-1) }));
        Assert.Equal(PromiseRefusal.DateIsUnfit, await RefusalAsync(fit with { Due = null }));
        Assert.Equal(PromiseRefusal.TopicIsUnknown, await RefusalAsync(fit with { Topic = new PromiseTopic("M02.1", 2) }));
        Assert.Equal(PromiseRefusal.TopicIsUnknown, await RefusalAsync(fit with { Topic = new PromiseTopic(null, 11) }));
        Assert.Equal(PromiseRefusal.OwnerIsUnknown, await RefusalAsync(fit with { Owner = new PromiseOwner(OwnerKind.Bank, "D999") }));
        Assert.Equal(PromiseRefusal.Unknown, (await bench.FollowAsync(may, 7, PromiseAct.Keep, null, "办妥")).Refusal);

        Assert.Empty((await bench.Reader.ReadAsync()).Promises);
        Assert.Equal(before, (await bench.EntriesAsync()).Count);

        async Task<PromiseRefusal?> RefusalAsync(NewPromise made) =>
            (await bench.Desk.RecordPromiseAsync(made, PromiseBench.Leader)).Refusal;
    }

    [Theory, EveryDatabase]
    public async Task Record_WithoutTheRight_IsDeniedAndTraced(Provider provider)
    {
        await using PromiseBench bench = await PromiseBench.CreateAsync(provider);
        int may = await bench.MeetAsync(s_may);
        int june = await bench.MeetAsync(new DateOnly(2025, 6, 20));
        int id = (await bench.Desk.RecordPromiseAsync(Fees(may), PromiseBench.Leader)).Id!.Value;

        foreach (Role role in new[] { Role.Department, Role.BankReporter, Role.AuditAdministrator })
        {
            Filer other = PromiseBench.Person(role);
            Assert.Equal(PromiseRefusal.NoRight, (await bench.Desk.RecordMeetingAsync(s_may, "例会", other)).Refusal);
            Assert.Equal(PromiseRefusal.NoRight, (await bench.Desk.RecordPromiseAsync(Fees(may), other)).Refusal);
            Assert.Equal(
                PromiseRefusal.NoRight,
                (await bench.Desk.FollowAsync(new NewStep(june, id, PromiseAct.Keep, null, "办妥"), other)).Refusal);
        }

        Assert.Equal(9, (await bench.EntriesAsync()).Count(entry => entry.Event is { Action: AuditAction.Denied, Result: AuditResult.Denied }));
        PromiseBook book = await bench.Reader.ReadAsync();
        Assert.Equal((2, PromiseState.Open), (book.Meetings.Count, Assert.Single(book.Promises).State));
    }

    [Theory, EveryDatabase]
    public async Task Record_AccountOfOneCounty_TouchesNoOtherCountysPromise(Provider provider)
    {
        await using PromiseBench bench = await PromiseBench.CreateAsync(provider);
        await bench.KnowCountiesAsync();
        int may = await bench.MeetAsync(s_may);
        int june = await bench.MeetAsync(new DateOnly(2025, 6, 20));
        NewPromise made = Fees(may) with { Owner = new PromiseOwner(OwnerKind.County, "320981") };
        int id = (await bench.Desk.RecordPromiseAsync(made, PromiseBench.Leader)).Id!.Value;
        Filer confined = PromiseBench.Person(Role.Leader, "320902");

        Assert.Equal(PromiseRefusal.OwnerIsUnknown, (await bench.Desk.RecordPromiseAsync(made, confined)).Refusal);
        Assert.Equal(
            PromiseRefusal.Unknown,
            (await bench.Desk.FollowAsync(new NewStep(june, id, PromiseAct.Keep, null, "办妥"), confined)).Refusal);
        Assert.Null((await bench.FollowAsync(june, id, PromiseAct.Keep, null, "办妥")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Seed_StoredTwice_IsThereOnceAndMarkedSynthetic(Provider provider)
    {
        await using PromiseBench bench = await PromiseBench.CreateAsync(provider);
        PromiseSeed seed = new(bench.Database, bench.Audit, bench.Clock);
        DemoPromise promise = new(
            "fees", "印发减费办法", new PromiseTopic("M08.1", 8), new PromiseOwner(OwnerKind.Department, "finance"), s_may);
        DemoMeeting[] meetings =
        [
            new(s_may, "例会（虚构）", [promise], []),
            new(s_may.AddMonths(1), "例会（虚构）", [], [new DemoStep("fees", PromiseAct.Keep, null, "已印发")]),
        ];

        Assert.True(await seed.IsEmptyAsync());
        await seed.StoreAsync(meetings);
        await seed.StoreAsync(meetings);

        PromiseBook book = await bench.Reader.ReadAsync();
        Assert.False(await seed.IsEmptyAsync());
        Assert.Equal(2, book.Meetings.Count(meeting => meeting.Synthetic));
        Assert.Equal((true, PromiseState.Kept), (Assert.Single(book.Promises).Synthetic, book.Promises[0].State));
    }

    [Theory, EveryDatabase]
    public async Task Seed_AStepThatNoMeetingMayFind_StoresNothing(Provider provider)
    {
        await using PromiseBench bench = await PromiseBench.CreateAsync(provider);
        PromiseSeed seed = new(bench.Database, bench.Audit, bench.Clock);
        DemoPromise promise = new("fees", "印发减费办法", new PromiseTopic("M08.1", 8), new PromiseOwner(OwnerKind.Department, "finance"), s_may);

        await Assert.ThrowsAsync<InvalidOperationException>(() => seed.StoreAsync(
        [
            new(s_may, "例会", [promise], []),
            new(s_may, "同一天", [], [new DemoStep("fees", PromiseAct.Keep, null, "已印发")]),
        ]));

        Assert.True(await seed.IsEmptyAsync());
    }

    private static NewPromise Fees(int meeting) => new(
        meeting,
        "印发减费办法",
        new PromiseTopic("M08.1", 0),
        new PromiseOwner(OwnerKind.Department, "finance"),
        new DateOnly(2025, 6, 15));
}

/// <summary>The desk of promises on a database of its own, with a clock that stands still.</summary>
internal sealed class PromiseBench : IAsyncDisposable
{
    private PromiseBench(TestDatabase database)
    {
        Database = database;
        Audit = new AuditLog(database, Clock);
        Audits = new AuditReader(database);
        Reader = new PromiseReader(database);
        PromiseRules rules = new(RightsTable.Load(Path.Combine(SeedData.Folder, "access")));
        PolicyDocument policy = PolicyLoader.Load(Path.Combine(SeedData.Folder, "policies", "yancheng-2025"));
        Desk = new PromiseDesk(database, Audit, Clock, rules, policy, new MasterDataReader(database));
    }

    public static Filer Leader { get; } = Person(Role.Leader);

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(Bench.Start);

    public AuditLog Audit { get; }

    public AuditReader Audits { get; }

    public PromiseReader Reader { get; }

    public PromiseDesk Desk { get; }

    public static async Task<PromiseBench> CreateAsync(Provider provider) => new(await TestDatabase.CreateAsync(provider));

    public static Filer Person(Role role, params string[] counties) =>
        new(new Viewer(RoleNames.Of(role), role, role.IsOfBank() ? "D001" : null, counties, HasSecondFactor: true), "10.0.0.1");

    /// <summary>Two counties of the city, known since the bench's moment.</summary>
    public async Task KnowCountiesAsync()
    {
        StatisticsImporter importer = new(Database, TextFormat.Parse, TextFormat.NoRules, Clock);
        await importer.ImportAsync(TextFormat.File("regions.csv", "region 320900"), new ImportRequest("tester"));
        await using SmeKpiContext context = Database.CreateDbContext();
        foreach (string county in new[] { "320902", "320981" })
        {
            context.Add(new RegionRow
            {
                Code = county,
                KnownSinceTicks = Clock.GetUtcNow().UtcTicks,
                ImportId = context.Imports.First().Id,
                NameZh = county,
                NameEn = county,
                ParentCode = "320900",
                Kind = RegionKind.County,
            });
        }

        await context.SaveChangesAsync();
    }

    public async Task<int> MeetAsync(DateOnly heldOn) => (await Desk.RecordMeetingAsync(heldOn, "例会", Leader)).Id!.Value;

    public Task<Recorded> FollowAsync(int meeting, int promise, PromiseAct act, DateOnly? due, string note) =>
        Desk.FollowAsync(new NewStep(meeting, promise, act, due, note), Leader);

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> EntriesAsync() =>
        [.. (await Audits.PageAsync(new AuditSearch(), 100)).OrderBy(entry => entry.Number)];

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
