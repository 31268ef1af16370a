using SmeKpi.Core.Auditing;

namespace SmeKpi.Storage.Tests.Auditing;

/// <summary>Events that come at the same time are written together.</summary>
public sealed class AuditTogetherTests
{
    [Theory, EveryDatabase]
    public async Task Record_ManyAtOnce_EachGetsItsOwnEntryOfOneChain(Provider provider)
    {
        const int Many = 200;
        await using AuditBench bench = await AuditBench.CreateAsync(provider);

        AuditEntry[] entries = await Task.WhenAll(Enumerable.Range(0, Many)
            .Select(number => Task.Run(() => bench.Log.RecordAsync(AuditBench.What(number)))));

        Assert.Equal(Enumerable.Range(0, Many).Select(number => $"D{number:000} 2025-06"), entries.Select(entry => entry.Event.Target));
        Assert.Equal(Enumerable.Range(1, Many).Select(number => (long)number), entries.Select(entry => entry.Number).Order());
        Assert.Equal(new AuditVerdict(Many, 0, null), await bench.Verifier.VerifyAsync());
    }

    [Theory, EveryDatabase]
    public async Task Record_OneOfManyGaveUp_TheOthersAreWritten(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);
        using CancellationTokenSource gone = new();
        await gone.CancelAsync();

        Task left = bench.Log.RecordAsync(AuditBench.What(1), gone.Token);
        AuditEntry stayed = await bench.Log.RecordAsync(AuditBench.What(2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal("D002 2025-06", stayed.Event.Target);
    }
}
