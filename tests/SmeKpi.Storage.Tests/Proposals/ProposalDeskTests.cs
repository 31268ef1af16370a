using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.SampleData;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Proposals;

namespace SmeKpi.Storage.Tests.Proposals;

public sealed class ProposalDeskTests
{
    private static readonly Viewer s_author = Person("zhang", Role.Analyst);
    private static readonly ProposalDraft s_draft = new(
        " 县区分解 ", Bench.June, Bench.Start, [new("by", "county"), new("part-320902", "1.5")], "按余额");

    [Theory]
    [EveryDatabase]
    public async Task Save_Draft_IsReadBackAsItWas(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ProposalDesk desk = Desk(bench);

        (int? id, ProposalRefusal? refusal) = await desk.SaveAsync(s_draft, s_author, "10.0.0.1");

        Assert.Null(refusal);
        Proposal saved = (await desk.FindAsync(id!.Value, Person("li", Role.Leader)))!;
        Assert.Equal(("县区分解", "zhang", Bench.June, "按余额", null), (saved.Name, saved.Author, saved.Month, saved.Note, saved.Withdrawn));
        Assert.Equal((Bench.Start, Bench.Start), (saved.At, saved.DataKnownSince));
        Assert.Equal(s_draft.Scenario.ToDictionary(), saved.Scenario);
    }

    [Theory]
    [EveryDatabase]
    public async Task Withdraw_OwnProposal_StaysReadableAndIsDoneOnce(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ProposalDesk desk = Desk(bench);
        int id = (await desk.SaveAsync(s_draft, s_author, null)).Id!.Value;

        Assert.Null(await desk.WithdrawAsync(id, s_author, null));
        Assert.Equal(ProposalRefusal.Unknown, await desk.WithdrawAsync(id, s_author, null));

        Assert.Equal(Bench.Start, Assert.Single(await desk.ListAsync(s_author)).Withdrawn);
    }

    [Theory]
    [EveryDatabase]
    public async Task SaveAndWithdraw_EachOnce_StandInTheAuditChain(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ProposalDesk desk = Desk(bench);
        int id = (await desk.SaveAsync(s_draft, s_author, "10.0.0.1")).Id!.Value;
        await desk.WithdrawAsync(id, s_author, "10.0.0.1");

        await using SmeKpiContext context = bench.Database.CreateDbContext();
        Assert.Equal(
            [("zhang", "analyst", AuditAction.Proposal, $"proposal {id}", "saved for 2025-06"), ("zhang", "analyst", AuditAction.Proposal, $"proposal {id}", "withdrawn")],
            context.Audit.OrderBy(row => row.Number).AsEnumerable()
                .Select(row => (row.Actor, row.Role!, row.Action, row.Target, row.Detail!)));
    }

    [Theory]
    [EveryDatabase]
    public async Task SaveAndWithdraw_WithoutTheRight_IsRefused(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ProposalDesk desk = Desk(bench);
        int id = (await desk.SaveAsync(s_draft, s_author, null)).Id!.Value;

        foreach (Viewer other in new[] { Person("bank", Role.BankReporter), Person("dept", Role.Department), s_author with { HasSecondFactor = false } })
        {
            Assert.Equal(ProposalRefusal.NoRight, (await desk.SaveAsync(s_draft, other, null)).Refusal);
            Assert.Equal(ProposalRefusal.NoRight, await desk.WithdrawAsync(id, other, null));
        }

        Assert.Equal(ProposalRefusal.Unknown, await desk.WithdrawAsync(id, Person("li", Role.Leader), null));
        Assert.Empty(await desk.ListAsync(Person("bank", Role.BankReporter)));
        Assert.Null(await desk.FindAsync(id, Person("dept", Role.Department)));
        Assert.Null((await desk.FindAsync(id, s_author))!.Withdrawn);
    }

    [Theory]
    [InlineData("", "", ProposalRefusal.Name)]
    [InlineData("   ", "", ProposalRefusal.Name)]
    [InlineData("a\nb", "", ProposalRefusal.Name)]
    [InlineData(null, "", ProposalRefusal.Name)]
    [InlineData("名称", null, ProposalRefusal.Note)]
    public async Task Save_UnfitWords_AreRefused(string? name, string? note, ProposalRefusal expected)
    {
        await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);
        ProposalDesk desk = Desk(bench);

        (int? id, ProposalRefusal? refusal) = await desk.SaveAsync(
            s_draft with
            {
                Name = name ?? new string('x', ProposalDesk.LongestName + 1),
                Note = note ?? new string('x', ProposalDesk.LongestNote + 1),
            },
            s_author,
            null);

        Assert.Equal((null, expected), (id, refusal!.Value));
        Assert.Empty(await desk.ListAsync(s_author));
    }

    private static ProposalDesk Desk(Bench bench) => new(
        bench.Database,
        new AuditLog(bench.Database, bench.Clock),
        bench.Clock,
        RightsTable.Load(Path.Combine(SeedData.Folder, "access")));

    private static Viewer Person(string name, Role role) => new(name, role, role.IsOfBank() ? "D001" : null, [], HasSecondFactor: true);
}
