using SmeKpi.Core.Access;
using SmeKpi.Core.Statistics;
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

    [Theory, EveryDatabase]
    public async Task OfBanks_ByRows_GivesFilesThatStoredARowOfTheBank(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        SeriesKey a = Bench.AllLoans with { Bank = "A" };
        SeriesKey b = Bench.AllLoans with { Bank = "B" };
        SeriesKey county = Bench.AllLoans with { Region = "320902" };
        int own = await StoreAsync(bench, TextFormat.Line(a, Bench.June, "1"));
        await StoreAsync(bench, TextFormat.Line(b, Bench.June, "2"));
        int mixed = await StoreAsync(bench, TextFormat.Line(a, Bench.June, "3"), TextFormat.Line(b, Bench.June, "4"));
        await StoreAsync(bench, TextFormat.Line(Bench.AllLoans, Bench.June, "5"));
        int withTotal = await StoreAsync(bench, TextFormat.Line(a, Bench.June, "6"), TextFormat.Line(county, Bench.June, "7"));
        ImportReader reader = new(bench.Database);
        RowScope ofA = new(new HashSet<string> { "A" }, null);

        Assert.Equal([withTotal, mixed, own], (await reader.OfBanksAsync(ofA, "320900")).Select(import => import.Id));
        Assert.Empty(await reader.OfBanksAsync(ofA with { Regions = new HashSet<string> { "320902" } }, "320900"));
        Assert.Empty(await reader.OfBanksAsync(RowScope.NoBanks, "320900"));
    }

    private static async Task<int> StoreAsync(Bench bench, params string[] lines)
    {
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await bench.ImportAsync(lines)).ImportId!.Value;
    }

    private static async Task ArriveAsync(Bench bench)
    {
        await StoreValueAsync(bench, "1");
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        ImportReport refused = await bench.ImportAsync("bad");
        Assert.NotNull(await bench.Importer.RecordRefusalAsync(refused));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await StoreValueAsync(bench, "2");
    }

    private static async Task StoreValueAsync(Bench bench, string value) => Assert.Equal(
        ImportOutcome.Stored, (await bench.ImportAsync(TextFormat.Line(Bench.AllLoans, Bench.June, value))).Outcome);
}
