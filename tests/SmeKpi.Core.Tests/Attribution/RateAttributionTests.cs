using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Attribution;

public sealed class RateAttributionTests
{
    [Theory]
    [InlineData(ReadingNames.Ruling)]
    [InlineData(ReadingNames.SameMonths)]
    [InlineData(ReadingNames.Month)]
    public void Of_EveryReading_AddsUpToItsOwnValue(string name)
    {
        City city = TwoBanks();
        KpiReading reading = city.Read(CorporateRateDrop.Id, "2025-03", name);

        RateAttribution split = Split(city, name);

        Assert.Equal(reading.Actual!.Value.Number, split.Parts.Sum(part => part.Effect.Number), 6);
        Assert.Equal(split.RateEffect!.Value.Number + split.MixEffect!.Value.Number, split.Parts.Sum(part => part.Effect.Number));
        Assert.Null(split.Remainder);
        Assert.True(split.IsComplete);
    }

    [Fact]
    public void Of_DecemberReadingInAnotherMonth_IsNothing() => Assert.Null(
        RateAttribution.Of(TwoBanks().Input("2025-03"), Reading(ReadingNames.December), AttributedBy.Bank));

    [Fact]
    public void Of_MergedBank_ContinuesItsPredecessors()
    {
        City city = new City().Bank("OLD", closed: "2025-01", successor: "NEW").Bank("NEW", opened: "2025-01");
        Grant(city, "OLD", 2024, 12, 10m, 4m);
        Grant(city, "NEW", 2025, 3, 10m, 3.5m);

        RateMixPart part = Assert.Single(Split(city).Parts);

        Assert.Equal(("NEW", Presence.Continuing, 50m), (part.Code, part.Presence, part.RateEffect.Number));
    }

    [Fact]
    public void Of_BankLacksAMonth_IsNamedAndStillAddsUp()
    {
        City city = TwoBanks().NotReported("B", "2025-02", IndicatorCodes.LoansCorporateGranted, ScopeCodes.None)
            .NotReported("B", "2025-02", IndicatorCodes.LoansCorporateInterest, ScopeCodes.None);

        RateAttribution split = Split(city);

        Assert.Equal(["B"], split.Missing);
        Assert.False(split.IsComplete);
        Assert.Equal(city.Read(CorporateRateDrop.Id, "2025-03").Actual!.Value.Number, split.Parts.Sum(part => part.Effect.Number), 6);
    }

    [Fact]
    public void Of_PublishedTotalsBesideBanks_NamesTheRemainder()
    {
        City city = TwoBanks();
        foreach (YearMonth month in new YearMonth(2024, 1).Through(new(2025, 3)))
        {
            city.Published($"{month}", IndicatorCodes.LoansCorporateGranted, ScopeCodes.None, 100m)
                .Published($"{month}", IndicatorCodes.LoansCorporateInterest, ScopeCodes.None, month.Year == 2024 ? 5m : 4m);
        }

        RateAttribution split = Split(city);

        Assert.Equal(100m, split.Drop!.Value.Number);
        Assert.Equal(100m, split.Remainder!.Value.Number + split.Parts.Sum(part => part.Effect.Number), 6);
    }

    [Fact]
    public void Of_NothingReported_HasNoNumbers()
    {
        RateAttribution split = Split(new City().Bank("A"));

        Assert.Null(split.Drop);
        Assert.Empty(split.Parts);
        Assert.Equal(["A"], split.Missing);
    }

    [Fact]
    public void PassThrough_HalfOfTheCutArrived_IsFiftyPercent()
    {
        City city = new City().Bank("A");
        Grant(city, "A", 2024, 12, 10m, 4m);
        Grant(city, "A", 2025, 3, 10m, 3.9m);

        PassThrough pass = Measure(city, 2024, 3.45m, 3.25m);

        Assert.Equal((20m, 50m), (pass.Drop!.Value.Number, pass.Share!.Value.Fraction * 100m));
    }

    [Fact]
    public void PassThrough_MeanLpr_IsWeightedByWhatWasGranted()
    {
        City city = new City().Bank("A");
        Grant(city, "A", 2024, 12, 10m, 4m);
        Grant(city, "A", 2025, 2, 10m, 4m);
        city.Granted("A", "2025-03", 20m, 4m);

        Assert.Equal(3.2m, Measure(city, 2024, 3.4m, 3.4m, ("2025-03", 3m)).Now!.Value.Fraction * 100m);
    }

    [Fact]
    public void PassThrough_LprDidNotMoveOrIsUnknown_IsNotKnown()
    {
        City city = TwoBanks();

        Assert.Null(Measure(city, 2024, 3.4m, 3.4m).Share);
        Assert.Null(PassThrough.Of(TwoBanks().Input("2025-03"), ReadingNames.Ruling, BasisPoints.FromBasisPoints(10m)).Share);
    }

    private static PassThrough Measure(City city, int year, decimal before, decimal now, params (string Month, decimal Rate)[] others)
    {
        foreach (YearMonth month in new YearMonth(year, 1).Through(new(year + 1, 3)))
        {
            city.Lpr($"{month}", month.Year == year ? before : now);
        }

        foreach ((string month, decimal rate) in others)
        {
            city.Lpr(month, rate);
        }

        Quantity? drop = city.Read(CorporateRateDrop.Id, "2025-03").Actual;
        return PassThrough.Of(
            city.Input("2025-03"), ReadingNames.Ruling, drop is { } fell ? BasisPoints.FromBasisPoints(fell.Number) : null);
    }

    private static City TwoBanks()
    {
        City city = new City().Bank("A").Bank("B");
        Grant(city, "A", 2024, 12, 10m, 4m);
        Grant(city, "B", 2024, 12, 30m, 5m);
        Grant(city, "A", 2025, 3, 40m, 3.7m);
        Grant(city, "B", 2025, 3, 20m, 4.9m);
        return city;
    }

    private static void Grant(City city, string bank, int year, int months, decimal yi, decimal rate)
    {
        foreach (YearMonth month in new YearMonth(year, 1).Through(new(year, months)))
        {
            city.Granted(bank, $"{month}", yi, rate);
        }
    }

    private static RateAttribution Split(City city, string reading = ReadingNames.Ruling) =>
        RateAttribution.Of(city.Input("2025-03"), Reading(reading), AttributedBy.Bank)!;

    private static ReadingDefinition Reading(string name) =>
        Repository.Policy.Provision(CorporateRateDrop.Id).Readings.Single(each => each.Name == name);
}
