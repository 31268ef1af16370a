using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;
using SmeKpi.SampleData;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Readings;

namespace SmeKpi.Storage.Tests.Readings;

public sealed class ReadingComputerTests
{
    private static readonly PolicyDocument s_policy = PolicyLoader.Load(Path.Combine(SeedData.Folder, "policies", "yancheng-2025"));

    /// <summary>Two programs share a database; one of them has another version of the policy.</summary>
    [Theory, EveryDatabase]
    public async Task IsCurrent_AnotherProgramComputedUnderAnotherPolicy_IsNoticed(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await bench.ImportAsync("region 320900", TextFormat.Line(Bench.AllLoans, Bench.June, "1"));
        ReadingStore store = new(bench.Database, bench.Clock);
        ReadingComputer computer = new(bench.Snapshots, new MasterDataReader(bench.Database), store, s_policy);
        DateTimeOffset version = (await bench.Snapshots.DataVersionAsync())!.Value;

        Assert.False(await computer.IsCurrentAsync());
        await store.AppendAsync([Reading(Bench.June), Reading(Bench.June.AddMonths(1))], version, s_policy.Version);
        Assert.True(await computer.IsCurrentAsync());
        // Neither the data nor the clock have moved, and only one month was computed anew.
        await store.AppendAsync([Reading(Bench.June)], version, "another");
        Assert.False(await computer.IsCurrentAsync());
        await store.AppendAsync([Reading(Bench.June)], version, s_policy.Version);
        Assert.True(await computer.IsCurrentAsync());
    }

    private static KpiReading Reading(YearMonth month) => new()
    {
        Id = "M01.1",
        Reading = "ruling",
        Month = month,
        Subject = new Subject("320900"),
        Actual = new Quantity(1m, Unit.Yuan),
        Target = null,
        Standing = Standing.NoTarget,
        Completeness = new Completeness(1, 1),
        Origin = Origin.Banks,
        Synthetic = false,
    };
}
