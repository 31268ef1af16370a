using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Tests.Policies;

namespace SmeKpi.Core.Tests.Attribution;

public sealed class GrowthAttributionTests
{
    private const string All = IndicatorCodes.LoansAll;
    private const string Adjusted = IndicatorCodes.LoansAllCoverageAdjustment;
    private const string Scope = ScopeCodes.RmbFx;

    [Fact]
    public void Of_NetNewLoans_GivesEachBankItsPartInYuanAndPoints()
    {
        GrowthAttribution split = Split(TwoBanks(), NetNewLoans.Id);

        Assert.Equal([("A", 60m, 6m), ("B", 40m, 4m)], split.Parts.Select(Row));
        Assert.Equal((100m, 10m), (Yi(split.Whole), split.Whole.Points!.Value.Points));
        Assert.Null(split.Remainder);
        Assert.True(split.IsComplete);
    }

    [Fact]
    public void Of_LoanGrowth_AddsUpToTheReading()
    {
        City city = TwoBanks().Reported("A", "2024-06", All, Scope, 500m).Reported("B", "2024-06", All, Scope, 380m);

        GrowthAttribution split = Split(city, LoanGrowth.Id);

        Assert.Equal(25m, city.Read(LoanGrowth.Id, "2025-06").Actual!.Value.Number);
        Assert.Equal(25m, split.Parts.Sum(part => part.Points!.Value.Points));
    }

    [Fact]
    public void Of_InclusiveGap_HasBothTermsOfEachBank()
    {
        City city = new City().Bank("A").Bank("B");
        foreach ((string bank, decimal all, decimal inclusive) in new[] { ("A", 600m, 60m), ("B", 400m, 40m) })
        {
            city.Reported(bank, "2024-06", All, Scope, all)
                .Reported(bank, "2024-06", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, inclusive);
        }

        city.Reported("A", "2025-06", All, Scope, 660m).Reported("B", "2025-06", All, Scope, 400m)
            .Reported("A", "2025-06", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 60m)
            .Reported("B", "2025-06", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 50m);

        GrowthAttribution split = Split(city, InclusiveGrowthGap.Id);

        Assert.Equal(4m, city.Read(InclusiveGrowthGap.Id, "2025-06").Actual!.Value.Number);
        Assert.Equal([0m, -6m], split.Parts[0].Terms.Select(term => term.Points!.Value.Points));
        Assert.Equal([10m, 0m], split.Parts[1].Terms.Select(term => term.Points!.Value.Points));
        Assert.Equal(4m, split.Parts.Sum(part => part.Points!.Value.Points));
    }

    [Fact]
    public void Of_PublishedTotalBesideBanks_NamesTheRemainder()
    {
        GrowthAttribution split = Split(
            TwoBanks().Published("2024-12", All, Scope, 2_000m).Published("2025-06", All, Scope, 2_130m), NetNewLoans.Id);

        Assert.Equal((130m, 6.5m), (Yi(split.Whole), split.Whole.Points!.Value.Points));
        Assert.Equal([3m, 2m], split.Parts.Select(part => part.Points!.Value.Points));
        Assert.Equal((30m, 1.5m), (Yi(split.Remainder!), split.Remainder!.Points!.Value.Points));
    }

    [Fact]
    public void Of_CoverageAdjustment_IsNobodysContribution()
    {
        GrowthAttribution split = Split(TwoBanks().Reported("A", "2025-03", Adjusted, Scope, 25m), NetNewLoans.Id);

        Assert.Equal(35m, Yi(split.Parts[0]));
        Assert.Equal(75m, Yi(split.Whole));
        Assert.Equal(35m / 1_025m * 100m, split.Parts[0].Points!.Value.Points, 10);
        Assert.Null(split.Remainder);
    }

    [Fact]
    public void Of_MergedBank_ContinuesItsPredecessors()
    {
        City city = new City()
            .Bank("OLD", closed: "2025-03", successor: "NEW").Bank("NEW", opened: "2025-03")
            .Reported("OLD", "2024-12", All, Scope, 100m).Reported("NEW", "2025-06", All, Scope, 130m);

        GrowthContribution part = Assert.Single(Split(city, NetNewLoans.Id).Parts);

        Assert.Equal(("NEW", 30m, Presence.Continuing), (part.Code, Yi(part), part.Presence));
    }

    [Fact]
    public void Of_BankThatOpenedOrClosed_CountsFromAndToZero()
    {
        City city = TwoBanks().Bank("IN", opened: "2025-02").Bank("OUT", closed: "2025-02")
            .Reported("IN", "2025-06", All, Scope, 7m).Reported("OUT", "2024-12", All, Scope, 5m);

        GrowthAttribution split = Split(city, NetNewLoans.Id);

        Assert.Equal([("IN", 7m, Presence.Entered), ("OUT", -5m, Presence.Left)],
            split.Parts.Where(part => part.Presence != Presence.Continuing).Select(part => (part.Code, Yi(part), part.Presence)));
        Assert.Null(split.Remainder);
        Assert.True(split.IsComplete);
    }

    [Fact]
    public void Of_BankThatDidNotReport_HasNoContributionAndMarksTheWhole()
    {
        City city = new City().Bank("A").Bank("B")
            .Reported("A", "2024-12", All, Scope, 600m).Reported("B", "2024-12", All, Scope, 400m)
            .Reported("A", "2025-06", All, Scope, 660m).NotReported("B", "2025-06", All, Scope);

        GrowthAttribution split = Split(city, NetNewLoans.Id);

        Assert.False(split.IsComplete);
        Assert.Null(split.Parts[1].Points);
        Assert.Equal(-400m, Yi(split.Remainder!));
    }

    [Fact]
    public void Of_NothingKnown_HasNoNumbers()
    {
        GrowthAttribution split = Split(new City().Bank("A"), NetNewLoans.Id);

        Assert.Null(split.Whole.Points);
        Assert.Null(split.Remainder);
        Assert.False(split.IsComplete);
    }

    [Fact]
    public void Of_Counties_AddUpToTheCity()
    {
        City city = TwoBanks();
        foreach ((string county, decimal before, decimal now) in new[] { (City.CountyOne, 300m, 330m), (City.CountyTwo, 700m, 760m) })
        {
            city.Published("2024-12", All, Scope, before, county).Published("2025-06", All, Scope, now, county);
        }

        GrowthAttribution split = Split(city, NetNewLoans.Id, AttributedBy.County);

        Assert.Equal([(City.CountyOne, 30m, 3m), (City.CountyTwo, 60m, 6m)], split.Parts.Select(Row));
        Assert.Equal((10m, 1m), (Yi(split.Remainder!), split.Remainder!.Points!.Value.Points));
    }

    [Fact]
    public void Of_OtherTargetOrBank_IsRefused()
    {
        Assert.Null(GrowthAttribution.Of(TwoBanks().Input("2025-06"), NplGap.Id, Ruling(NplGap.Id), AttributedBy.Bank));
        Assert.Throws<ArgumentException>(() => GrowthAttribution.Of(
            TwoBanks().Input("2025-06", bank: "A"), NetNewLoans.Id, Ruling(NetNewLoans.Id), AttributedBy.Bank));
    }

    private static City TwoBanks() => new City().Bank("A").Bank("B")
        .Reported("A", "2024-12", All, Scope, 600m).Reported("B", "2024-12", All, Scope, 400m)
        .Reported("A", "2025-06", All, Scope, 660m).Reported("B", "2025-06", All, Scope, 440m);

    private static GrowthAttribution Split(City city, string id, AttributedBy by = AttributedBy.Bank) =>
        GrowthAttribution.Of(city.Input("2025-06"), id, Ruling(id), by)!;

    private static ReadingDefinition Ruling(string id) => Repository.Policy.Provision(id).Readings[0];

    private static (string, decimal, decimal) Row(GrowthContribution part) => (part.Code, Yi(part), part.Points!.Value.Points);

    private static decimal Yi(GrowthContribution part) => part.Terms[0].Change!.Value.Yuan / 100_000_000m;
}
