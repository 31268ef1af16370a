using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Storage.Tests.Auditing;

public sealed class AuditAnchorerTests
{
    [Theory, EveryDatabase]
    public async Task Anchor_ManyAtOnceAndAgain_WriteOneForADayAndAnEntry(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);
        await bench.RecordAsync(3);

        AuditAnchor?[] written = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => Task.Run(() => bench.NewAnchorer().AnchorAsync())));

        AuditAnchor anchor = Assert.Single(written.OfType<AuditAnchor>());
        Assert.Equal((new DateOnly(2025, 7, 15), 3L), (anchor.Day, anchor.Number));
        Assert.Null(await bench.Anchorer.AnchorAsync());
        Assert.Equal(new AuditVerdict(3, 1, null), await bench.Verifier.VerifyAsync());
    }

    [Fact]
    public async Task Anchor_DayAfterDay_IsAChainAndDueOnceADay()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        Assert.True(bench.Anchorer.IsDue());
        Assert.Null(await bench.Anchorer.AnchorAsync());
        for (int day = 0; day < 3; day++)
        {
            Assert.True(bench.Anchorer.IsDue());
            await bench.RecordAsync(day);
            await bench.RecordAsync(1);
            await bench.Anchorer.AnchorAsync();
            bench.Clock.Advance(TimeSpan.FromHours(23));
            Assert.False(bench.Anchorer.IsDue());
            bench.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(new AuditVerdict(6, 3, null), await bench.Verifier.VerifyAsync());
    }

    [Fact]
    public async Task Anchor_LineThatAKillLeftUnfinished_IsReplaced()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await bench.RecordAsync(2);
        await bench.Anchorer.AnchorAsync();
        await File.AppendAllTextAsync(bench.AnchorsPath, "{\"date\":\"2025-07-1");
        Assert.Equal(AuditFaultKind.AnchorsBroken, (await bench.FaultAsync())?.Kind);

        await bench.RecordAsync(1);
        await bench.Anchorer.AnchorAsync();

        Assert.Equal(new AuditVerdict(3, 2, null), await bench.Verifier.VerifyAsync());
    }

    [Theory]
    [InlineData("DELETE FROM audit WHERE number > 2", AuditFaultKind.CutOff)]
    [InlineData("UPDATE audit SET hash = 'x' WHERE number = 4", AuditFaultKind.DiffersFromAnchor)]
    public async Task Anchor_ChainThatDoesNotFitTheLastOne_VouchesForNothing(string sql, AuditFaultKind kind)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await bench.RecordAsync(4);
        await bench.Anchorer.AnchorAsync();
        string anchors = bench.Folder.ReadAnchors();
        await bench.ExecuteAsync(sql);

        AuditBrokenException error =
            await Assert.ThrowsAsync<AuditBrokenException>(() => bench.Anchorer.AnchorAsync());

        Assert.Equal(kind, error.Fault.Kind);
        Assert.Equal(anchors, bench.Folder.ReadAnchors());
    }
}
