using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.SampleData;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Views;

namespace SmeKpi.Storage.Tests.Views;

public sealed class SavedViewDeskTests
{
    private const string Question = "?rows=area&area=counties&indicator=loans.all.npl";

    private static readonly Viewer s_owner = Person("zhang", Role.Analyst);
    private static readonly Viewer s_bank = Person("bank", Role.BankReporter);

    [Theory, EveryDatabase]
    public async Task Save_SharedView_IsSeenByEverybodyOfThePageAndOneKeptToOneselfByNobodyElse(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        SavedViewDesk desk = Desk(bench);

        await desk.SaveAsync(" 县区不良 ", Question, shared: true, s_owner, "10.0.0.1");
        await desk.SaveAsync("own", "", shared: false, s_owner, "10.0.0.1");

        SavedView shared = Assert.Single(await desk.ListAsync(s_bank));
        Assert.Equal(("县区不良", Question, "zhang", true, Bench.Start), (shared.Name, shared.Question, shared.Owner, shared.Shared, shared.At));
        Assert.Equal(["own", "县区不良"], (await desk.ListAsync(s_owner)).Select(view => view.Name));
        Assert.Empty(await desk.ListAsync(Person("dept", Role.Department)));
    }

    [Theory, EveryDatabase]
    public async Task Withdraw_OwnView_IsDoneOnceAndStandsInTheAuditChain(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        SavedViewDesk desk = Desk(bench);
        int id = (await desk.SaveAsync("name", Question, shared: true, s_owner, null)).Id!.Value;

        Assert.Equal(SavedViewRefusal.Unknown, await desk.WithdrawAsync(id, Person("li", Role.Regulator), null));
        Assert.Null(await desk.WithdrawAsync(id, s_owner, null));
        Assert.Equal(SavedViewRefusal.Unknown, await desk.WithdrawAsync(id, s_owner, null));

        Assert.Empty(await desk.ListAsync(s_bank));
        await using SmeKpiContext context = bench.Database.CreateDbContext();
        Assert.Equal(
            [(AuditAction.SavedView, $"view {id}", "saved and shared"), (AuditAction.SavedView, $"view {id}", "withdrawn")],
            context.Audit.OrderBy(row => row.Number).AsEnumerable().Select(row => (row.Action, row.Target, row.Detail!)));
    }

    [Fact]
    public async Task SaveAndWithdraw_WithoutTheRightOrWithUnfitWords_IsRefused()
    {
        await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);
        SavedViewDesk desk = Desk(bench);

        Assert.Equal(SavedViewRefusal.NoRight, (await desk.SaveAsync("name", Question, true, s_bank, null)).Refusal);
        Assert.Equal(SavedViewRefusal.NoRight, (await desk.SaveAsync("name", Question, true, s_owner with { HasSecondFactor = false }, null)).Refusal);
        Assert.Equal(SavedViewRefusal.NoRight, await desk.WithdrawAsync(1, s_bank, null));
        foreach (string name in new[] { "", "  ", "a\nb", new string('x', SavedViewDesk.LongestName + 1) })
        {
            Assert.Equal(SavedViewRefusal.Name, (await desk.SaveAsync(name, Question, true, s_owner, null)).Refusal);
        }

        Assert.Equal(
            SavedViewRefusal.Question,
            (await desk.SaveAsync("name", new string('x', SavedViewDesk.LongestQuestion + 1), true, s_owner, null)).Refusal);
        Assert.Empty(await desk.ListAsync(s_owner));
    }

    private static SavedViewDesk Desk(Bench bench) => new(
        bench.Database,
        new AuditLog(bench.Database, bench.Clock),
        bench.Clock,
        RightsTable.Load(Path.Combine(SeedData.Folder, "access")));

    private static Viewer Person(string name, Role role) => new(name, role, role.IsOfBank() ? "D001" : null, [], HasSecondFactor: true);
}
