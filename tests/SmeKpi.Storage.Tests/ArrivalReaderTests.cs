using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Imports;

namespace SmeKpi.Storage.Tests;

/// <summary>Since when a bank's figures of a month are there.</summary>
public sealed class ArrivalReaderTests
{
    private static readonly SeriesKey s_loans = Bench.AllLoans with { Bank = "A" };
    private static readonly SeriesKey s_deposits = s_loans with { Indicator = "deposits.all.balance" };
    private static readonly string[] s_asked = ["loans.all.balance", "deposits.all.balance"];

    [Theory, EveryDatabase]
    public async Task First_FiledAndCorrected_IsTheFirstImport(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ImportReport first = await StoreAsync(bench, TextFormat.Line(s_loans with { Region = "320902" }, Bench.June, "1"));
        await StoreAsync(bench, TextFormat.Line(s_loans, Bench.June, "2"), TextFormat.Line(s_loans, new YearMonth(2025, 5), "2"));
        ImportReport deposits = await StoreAsync(bench, TextFormat.Line(s_deposits, Bench.June, "3"));

        IReadOnlyList<FirstArrival> found = await new ArrivalReader(bench.Database).FirstAsync(s_asked, Bench.June);

        Assert.Equal(
            [
                new FirstArrival("A", "deposits.all.balance", Bench.June, Bench.Start.AddMinutes(3), deposits.ImportId!.Value),
                new FirstArrival("A", "loans.all.balance", Bench.June, Bench.Start.AddMinutes(1), first.ImportId!.Value),
            ],
            found);
    }

    [Theory, EveryDatabase]
    public async Task First_NotReportedOrPublishedOrAnotherIndicator_IsNoArrival(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await StoreAsync(
            bench,
            TextFormat.Line(s_loans, Bench.June, string.Empty),
            TextFormat.Line(Bench.AllLoans, Bench.June, "5"),
            TextFormat.Line(s_loans with { Indicator = "loans.all.npl" }, Bench.June, "5"));

        Assert.Empty(await new ArrivalReader(bench.Database).FirstAsync(s_asked, Bench.June));
    }

    [Theory, EveryDatabase]
    public async Task First_AsOfAMomentBefore_DoesNotKnowIt(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await StoreAsync(bench, TextFormat.Line(s_loans, Bench.June, "1"));
        ArrivalReader reader = new(bench.Database);

        Assert.Empty(await reader.FirstAsync(s_asked, Bench.June, Bench.Start));
        Assert.Single(await reader.FirstAsync(s_asked, Bench.June, Bench.Start.AddMinutes(1)));
    }

    private static async Task<ImportReport> StoreAsync(Bench bench, params string[] lines)
    {
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        return await bench.ImportAsync(lines);
    }
}
