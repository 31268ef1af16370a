using Microsoft.Extensions.Time.Testing;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Calendar;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;
using SmeKpi.SampleData;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Cases;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Imports;

namespace SmeKpi.Storage.Tests.Cases;

/// <summary>Cases from the notice to the end, each act with its trace; nothing is overwritten.</summary>
public sealed class CaseDeskTests
{
    [Theory, EveryDatabase]
    public async Task Case_FromNoticeToClosure_KeepsEveryStepWithItsEntry(Provider provider)
    {
        await using CaseBench bench = await CaseBench.CreateAsync(provider);
        int id = await bench.OpenAsync();

        Assert.Null(await bench.ActAsync(id, 1, CaseBench.Send));
        Assert.Null(await bench.ActAsync(id, 2, new CaseMove(CaseAct.Draft, "一稿：说明原因。"), Role.BankReporter));
        Assert.Null(await bench.ActAsync(id, 3, new CaseMove(CaseAct.Reply), Role.BankSigner));
        // The regulator has not seen the draft, but the reply.
        Assert.Null(await bench.ActAsync(id, 4, new CaseMove(CaseAct.SendBack, "请补充措施。", CaseBench.Today.AddDays(4))));
        Assert.Null(await bench.ActAsync(id, 5, new CaseMove(CaseAct.Draft, "二稿：补充措施。"), Role.BankReporter));
        Assert.Null(await bench.ActAsync(id, 6, new CaseMove(CaseAct.Reply), Role.BankSigner));
        Assert.Null(await bench.ActAsync(id, 7, new CaseMove(CaseAct.Close, "措施已落实。", null, CaseFinding.MeasuresAgreed)));

        SupervisoryCase found = (await bench.Reader.FindAsync(id))!;
        Assert.Equal(
            [CaseAct.Open, CaseAct.Send, CaseAct.Draft, CaseAct.Reply, CaseAct.SendBack, CaseAct.Draft, CaseAct.Reply, CaseAct.Close],
            found.Steps.Select(step => step.Act));
        Assert.Equal((CaseState.Closed, CaseFinding.MeasuresAgreed, "二稿：补充措施。"), (found.State, found.Steps[^1].Finding, found.Steps[6].Text));
        IReadOnlyList<AuditEntry> entries = await bench.EntriesAsync(AuditAction.Case);
        Assert.Equal(found.Steps.Select(step => step.AuditNumber), entries.Select(entry => (long?)entry.Number));
        Assert.All(entries, entry => Assert.Equal($"case {id}", entry.Event.Target));
        Assert.Equal(CaseRefusal.NotNow, await bench.ActAsync(id, 8, new CaseMove(CaseAct.Withdraw, "后悔了，撤销。")));
        Assert.Equal(8, (await bench.Reader.FindAsync(id))!.Version);
    }

    [Theory, EveryDatabase]
    public async Task Act_TwoAtOnce_OneIsDoneAndTheOtherToldClearly(Provider provider)
    {
        await using CaseBench bench = await CaseBench.CreateAsync(provider);
        int id = await bench.OpenAsync();
        CaseMove withdraw = new(CaseAct.Withdraw, "通知有误，撤销。");

        CaseRefusal?[] outcomes = await Task.WhenAll(bench.ActAsync(id, 1, CaseBench.Send), bench.ActAsync(id, 1, withdraw));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Single(outcomes, outcome => outcome == CaseRefusal.ChangedMeanwhile);
        Assert.Equal(2, (await bench.Reader.FindAsync(id))!.Version);
        Assert.Equal(2, (await bench.EntriesAsync(AuditAction.Case)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Act_WhileTheBankDrafts_IsNotDisturbedByTheDraft(Provider provider)
    {
        await using CaseBench bench = await CaseBench.CreateAsync(provider);
        int id = await bench.OpenAsync();
        Assert.Null(await bench.ActAsync(id, 1, CaseBench.Send));
        Assert.Null(await bench.ActAsync(id, 2, new CaseMove(CaseAct.Draft, "一稿：说明原因。"), Role.BankReporter));

        Assert.Equal(CaseRefusal.ChangedMeanwhile, await bench.ActAsync(id, 2, new CaseMove(CaseAct.Reply), Role.BankSigner));
        Assert.Null(await bench.ActAsync(id, 2, new CaseMove(CaseAct.Withdraw, "通知有误，撤销。")));
    }

    [Theory, EveryDatabase]
    public async Task Evidence_WhenACorrectionArrives_StaysAsKnownThen(Provider provider)
    {
        await using CaseBench bench = await CaseBench.CreateAsync(provider);
        int id = await bench.OpenAsync();
        Assert.Null(await bench.ActAsync(id, 1, CaseBench.Send));
        CaseEvidence sent = (await bench.Reader.FindAsync(id))!.Sent!.Evidence!;

        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.ImportAsync("loans.all.balance,rmb_fx,D001,320900,2025-06,999,yuan");

        CaseEvidence later = (await bench.Reader.FindAsync(id))!.Sent!.Evidence!;
        Assert.Equal((sent.KnownSince, -1.87716594808665410362052528m), (later.KnownSince, Assert.Single(later.Figures).Value!.Value.Number));
        Assert.Equal(CaseBench.Send.Evidence!.Figures, later.Figures);
    }

    [Theory, EveryDatabase]
    public async Task Deadline_OnADayOff_LastsUntilTheNextWorkingDay(Provider provider)
    {
        await using CaseBench bench = await CaseBench.CreateAsync(provider);
        int id = await bench.OpenAsync();

        Assert.Equal(CaseRefusal.DeadlineIsUnfit, await bench.ActAsync(id, 1, CaseBench.Send with { Deadline = CaseBench.Today }));
        // 1 to 8 October 2025 is a holiday.
        Assert.Null(await bench.ActAsync(id, 1, CaseBench.Send with { Deadline = new DateOnly(2025, 10, 3) }));

        Assert.Equal(new DateOnly(2025, 10, 9), (await bench.Reader.FindAsync(id))!.Deadline);
    }

    [Theory, EveryDatabase]
    public async Task Act_ThatIsNotAllowed_LeavesNothingButItsTrace(Provider provider)
    {
        await using CaseBench bench = await CaseBench.CreateAsync(provider);
        NewCase made = CaseBench.Made;

        Assert.Equal(CaseRefusal.NoRight, (await bench.Desk.OpenAsync(made, CaseBench.Person(Role.Analyst), CaseBench.Today)).Refusal);
        Assert.Equal(CaseRefusal.BankIsUnknown, await bench.RefusalAsync(made with { Bank = "D999" }));
        Assert.Equal(CaseRefusal.SubjectIsUnknown, await bench.RefusalAsync(made with { Subject = "nothing" }));
        Assert.Equal(CaseRefusal.TextIsUnfit, await bench.RefusalAsync(made with { Text = " " }));
        Assert.Equal(CaseRefusal.MonthIsUnfit, await bench.RefusalAsync(made with { Month = new YearMonth(2099, 1) }));
        Assert.Empty(await bench.Reader.ListAsync(bank: null));
        int id = await bench.OpenAsync();

        Assert.Equal(CaseRefusal.Unknown, await bench.ActAsync(99, 1, CaseBench.Send));
        Assert.Equal(CaseRefusal.Unknown, await bench.ActAsync(id, 1, new CaseMove(CaseAct.Draft, "还没通知就回复。"), Role.BankReporter));
        Assert.Equal(CaseRefusal.NoRight, await bench.ActAsync(id, 1, CaseBench.Send, Role.Leader));
        Assert.Null(await bench.ActAsync(id, 1, CaseBench.Send));
        Assert.Null(await bench.ActAsync(id, 2, new CaseMove(CaseAct.Draft, "一稿：说明原因。"), Role.BankReporter));
        Viewer both = new("bank-reporter", Role.BankSigner, "D001", [], HasSecondFactor: true);
        Assert.Equal(
            CaseRefusal.OwnDraft,
            (await bench.Desk.ActAsync(id, 3, new CaseMove(CaseAct.Reply), new Filer(both), CaseBench.Today)).Refusal);

        Assert.Equal(5, (await bench.EntriesAsync(AuditAction.Denied)).Count);
        Assert.Equal(3, (await bench.Reader.FindAsync(id))!.Version);
    }

    [Theory, EveryDatabase]
    public async Task Seed_StoredTwice_IsThereOnceAndMarkedSynthetic(Provider provider)
    {
        await using CaseBench bench = await CaseBench.CreateAsync(provider);
        CaseSeed seed = new(bench.Database, bench.Audit, CaseBench.Rules, CaseBench.Catalog);
        DemoCase fit = new(CaseBench.Made, CaseBench.Today, [new(CaseBench.Today, CaseBench.Send)]);

        Assert.True(await seed.IsEmptyAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => seed.StoreAsync(
            [fit, fit with { Steps = [new(CaseBench.Today, new CaseMove(CaseAct.Reply))] }]));
        Assert.True(await seed.IsEmptyAsync());
        await seed.StoreAsync([fit]);
        await seed.StoreAsync([fit]);

        SupervisoryCase only = Assert.Single(await bench.Reader.ListAsync("D001"));
        Assert.Equal((true, CaseState.Noticed, "demo:regulator"), (only.Synthetic, only.State, only.Sent!.By));
        Assert.Empty(await bench.Reader.ListAsync("D002"));
    }
}

/// <summary>The desk of cases on a database of its own with the bank D001, and a clock that moves by hand.</summary>
internal sealed class CaseBench : IAsyncDisposable
{
    private CaseBench(TestDatabase database)
    {
        Database = database;
        Audit = new AuditLog(database, Clock);
        Audits = new AuditReader(database);
        Reader = new CaseReader(database);
        WorkingDays days = WorkingDays.Load(Path.Combine(SeedData.Folder, "calendar", "holidays.yaml"));
        Desk = new CaseDesk(database, Audit, Clock, Rules, Catalog, days);
    }

    public static DateOnly Today { get; } = new(2025, 9, 1);

    public static CaseRules Rules { get; } = new(RightsTable.Load(Path.Combine(SeedData.Folder, "access")));

    public static CaseCatalog Catalog { get; } = CaseCatalog.Load(
        Path.Combine(SeedData.Folder, "supervision"), PolicyLoader.Load(Path.Combine(SeedData.Folder, "policies", "yancheng-2025")));

    public static NewCase Made { get; } = new("D001", "growth-gap", null, new YearMonth(2025, 6), "请说明原因。");

    public static CaseMove Send { get; } = new(
        CaseAct.Send,
        Deadline: Today.AddDays(14),
        Evidence: new CaseEvidence(Bench.Start, [new CaseFigure(
            "M01.3", "ruling", new Quantity(-1.87716594808665410362052528m, Unit.Points), new Quantity(0m, Unit.Points), Standing.FarBehind, Synthetic: true)]));

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(Bench.Start);

    public AuditLog Audit { get; }

    public AuditReader Audits { get; }

    public CaseReader Reader { get; }

    public CaseDesk Desk { get; }

    public static async Task<CaseBench> CreateAsync(Provider provider)
    {
        CaseBench bench = new(await TestDatabase.CreateAsync(provider));
        await bench.ImportAsync("region 320900", "bank D001");
        return bench;
    }

    public static Filer Person(Role role) =>
        new(new Viewer(RoleNames.Of(role), role, role.IsOfBank() ? "D001" : null, [], HasSecondFactor: true), "10.0.0.1");

    public Task ImportAsync(params string[] lines) => new StatisticsImporter(Database, TextFormat.Parse, TextFormat.NoRules, Clock)
        .ImportAsync(TextFormat.File("rows.csv", lines), new ImportRequest("tester"));

    public async Task<int> OpenAsync() => (await Desk.OpenAsync(Made, Person(Role.Regulator), Today)).Id!.Value;

    public async Task<CaseRefusal?> RefusalAsync(NewCase made) =>
        (await Desk.OpenAsync(made, Person(Role.Regulator), Today)).Refusal;

    public async Task<CaseRefusal?> ActAsync(int id, int version, CaseMove move, Role by = Role.Regulator) =>
        (await Desk.ActAsync(id, version, move, Person(by), Today)).Refusal;

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> EntriesAsync(string action) =>
        [.. (await Audits.PageAsync(new AuditSearch(), 100)).Where(entry => entry.Event.Action == action).OrderBy(entry => entry.Number)];

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
