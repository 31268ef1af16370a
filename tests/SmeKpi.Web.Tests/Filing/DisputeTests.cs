using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;
using SmeKpi.Storage.Filings;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Filing;

/// <summary>What a bank holds against a rule reaches the regulator, and nobody else's bank.</summary>
public sealed class DisputeTests(SeededDatabase seeded)
{
    [Fact]
    public async Task Dispute_OfABank_IsAnsweredOnceByTheRegulator()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        DisputeDesk desk = bench.Program.Get<DisputeDesk>();
        Submission filed = await bench.FileAsync(FilingBench.Return(1m));

        Assert.Null(await desk.RaiseAsync("V214", filed.Id, "口径与规则不同", FilingBench.Maker));
        RuleDispute open = Assert.Single(await desk.ListAsync(FilingBench.Regulator.Viewer, "V214"));
        Assert.Equal(("B001", filed.Id, null), (open.Bank, open.Submission, open.Answer));
        Assert.Null(await desk.AnswerAsync(open.Id, "规则不变，原因如下", FilingBench.Regulator));
        Assert.Equal(FilingRefusal.NotNow, await desk.AnswerAsync(open.Id, "再答复一次", FilingBench.Regulator));

        Assert.Equal("规则不变，原因如下", Assert.Single(await desk.ListAsync(FilingBench.Maker.Viewer, null)).Answer);
    }

    [Fact]
    public async Task Dispute_SomebodyElse_NeitherRaisesAnswersNorSees()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        DisputeDesk desk = bench.Program.Get<DisputeDesk>();
        Filer foreign = FilingBench.Person("foreign", Role.BankReporter, "B002");
        Submission filed = await bench.FileAsync(FilingBench.Return(1m));
        await desk.RaiseAsync("V214", filed.Id, "口径与规则不同", FilingBench.Maker);

        Assert.Equal(FilingRefusal.Unknown, await desk.RaiseAsync("V214", filed.Id, "与我行无关", foreign));
        Assert.Equal(FilingRefusal.NoRight, await desk.RaiseAsync("V214", null, "监管不提异议", FilingBench.Regulator));
        Assert.Equal(FilingRefusal.NoRight, await desk.AnswerAsync(1, "银行不能答复", FilingBench.Maker));
        Assert.Equal(FilingRefusal.ReasonIsUnfit, await desk.RaiseAsync("V214", null, "无", FilingBench.Maker));
        Assert.Empty(await desk.ListAsync(foreign.Viewer, null));
    }
}
