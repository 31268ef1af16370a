using SmeKpi.Core.Access;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Storage.Tests.Observations;

/// <summary>What changed between two moments, and every vintage of a series.</summary>
public sealed class ChangeReaderTests
{
    private const string City = "320900";

    private static readonly SeriesKey s_a = Bench.AllLoans with { Bank = "A" };
    private static readonly SeriesKey s_b = Bench.AllLoans with { Bank = "B" };

    [Theory, EveryDatabase]
    public async Task Page_CorrectedTwice_GivesTheNewestAgainstWhatWasKnownBefore(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "10"), TextFormat.Line(s_b, Bench.June, "20"));
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "11"), TextFormat.Line(s_b, Bench.June, "20"));
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "12"), TextFormat.Line(s_a, new YearMonth(2025, 7), "5"));

        (IReadOnlyList<StoredChange> changes, int count) = await RevisedAsync(bench, Bench.Start.AddMinutes(1));

        StoredChange change = Assert.Single(changes);
        Assert.Equal((1, 12m, 10m), (count, change.Now.Value?.Number, change.Before?.Number));
        Assert.Equal(s_a, change.Now.Series);
        Assert.Equal(11m, Assert.Single((await RevisedAsync(bench, Bench.Start.AddMinutes(2))).Changes).Before?.Number);
        Assert.Empty((await RevisedAsync(bench, Bench.Start.AddMinutes(3))).Changes);
    }

    [Theory, EveryDatabase]
    public async Task Page_NewValues_AreThoseNotKnownBefore(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "10"));
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "11"), TextFormat.Line(s_b, Bench.June, "20"));

        (IReadOnlyList<StoredChange> changes, int count) = await Reader(bench).PageAsync(
            new ChangeQuery(Bench.Start.AddMinutes(1), null, Revised: false), RowScope.Everything, City, 0, 10);

        Assert.Equal((1, s_b, null), (count, Assert.Single(changes).Now.Series, changes[0].Before));
    }

    [Theory, EveryDatabase]
    public async Task Page_UntilAMomentOrForABank_LeavesOutTheRest(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "10"), TextFormat.Line(s_b, Bench.June, "20"));
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "11"), TextFormat.Line(s_b, Bench.June, "21"));
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "12"));
        RowScope ofB = new(new HashSet<string> { "B" }, null);
        ChangeQuery query = new(Bench.Start.AddMinutes(1), Bench.Start.AddMinutes(2), Revised: true);

        (IReadOnlyList<StoredChange> all, _) = await Reader(bench).PageAsync(query, RowScope.Everything, City, 0, 10);
        (IReadOnlyList<StoredChange> own, int count) = await Reader(bench).PageAsync(query, ofB, City, 0, 10);
        (IReadOnlyList<StoredChange> second, _) = await Reader(bench).PageAsync(query, RowScope.Everything, City, 1, 1);

        Assert.Equal([21m, 11m], all.Select(change => change.Now.Value?.Number).OrderDescending());
        Assert.Equal((1, s_b), (count, Assert.Single(own).Now.Series));
        Assert.Equal(all[1], Assert.Single(second));
    }

    [Theory, EveryDatabase]
    public async Task History_OfASeries_HoldsEveryVintageKnownByTheMoment(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "10"), TextFormat.Line(s_b, Bench.June, "20"));
        await StoreAsync(bench, TextFormat.Line(s_a, Bench.June, "11"));
        ObservationQuery query = new("loans.all.balance", Bank: "A");

        Assert.Equal([10m, 11m], (await bench.Observations.HistoryAsync(query, RowScope.Everything, City)).Select(each => each.Value!.Value.Number));
        Assert.Single(await bench.Observations.HistoryAsync(
            query with { AsOf = Bench.Start.AddMinutes(1) }, RowScope.Everything, City));
        Assert.Empty(await bench.Observations.HistoryAsync(query, new RowScope(new HashSet<string> { "B" }, null), City));
    }

    private static ChangeReader Reader(Bench bench) => new(bench.Database, bench.Observations);

    private static Task<(IReadOnlyList<StoredChange> Changes, int Count)> RevisedAsync(Bench bench, DateTimeOffset since) =>
        Reader(bench).PageAsync(new ChangeQuery(since, null, Revised: true), RowScope.Everything, City, 0, 10);

    private static async Task StoreAsync(Bench bench, params string[] lines)
    {
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.ImportAsync(lines);
    }
}
