using SmeKpi.Storage.Imports;

namespace SmeKpi.Storage.Tests;

/// <summary>What arrived, stored and refused, as one list.</summary>
public sealed class ImportReaderTests
{
    [Theory, EveryDatabase]
    public async Task Arrivals_StoredAndRefused_StandInOneListNewestFirst(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await ArriveAsync(bench);
        ImportReader reader = new(bench.Database);

        IReadOnlyList<Arrival> all = await reader.ArrivalsAsync(0, 10);
        IReadOnlyList<Arrival> second = await reader.ArrivalsAsync(1, 1);

        Assert.Equal(3, await reader.CountArrivalsAsync());
        Assert.Equal([true, false, true], all.Select(arrival => arrival.Import is not null));
        Assert.Equal([false, true, false], all.Select(arrival => arrival.Refusal is not null));
        Assert.Equal(all[1].Refusal!.Id, Assert.Single(second).Refusal!.Id);
        Assert.Empty(await reader.ArrivalsAsync(3, 10));
    }

    [Theory, EveryDatabase]
    public async Task FindRefusal_ByNumber_GivesItsFindings(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await ArriveAsync(bench);
        ImportReader reader = new(bench.Database);
        Refusal listed = Assert.Single(await reader.NewestRefusalsAsync(10));

        Refusal? found = await reader.FindRefusalAsync(listed.Id);

        Assert.Equal((listed.FileName, listed.At), (found?.FileName, found?.At));
        Assert.Equal(listed.Findings, found?.Findings);
        Assert.Null(await reader.FindRefusalAsync(listed.Id + 1));
    }

    private static async Task ArriveAsync(Bench bench)
    {
        await StoreAsync(bench, "1");
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        ImportReport refused = await bench.ImportAsync("bad");
        Assert.NotNull(await bench.Importer.RecordRefusalAsync(refused));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await StoreAsync(bench, "2");
    }

    private static async Task StoreAsync(Bench bench, string value) => Assert.Equal(
        ImportOutcome.Stored, (await bench.ImportAsync(TextFormat.Line(Bench.AllLoans, Bench.June, value))).Outcome);
}
