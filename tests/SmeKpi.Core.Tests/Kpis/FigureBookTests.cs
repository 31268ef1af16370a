using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Tests.Kpis;

public sealed class FigureBookTests
{
    [Fact]
    public void Resolve_PublishedTotal_RulesOverTheSumOfBanks() =>
        Assert.Equal(550m, Opening(TwoBanks().Published("2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 550m)));

    [Fact]
    public void Resolve_OnlyOneOfTwoMonthsPublished_BothComeFromTheBanks()
    {
        City city = TwoBanks()
            .Published("2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 550m)
            .Reported("A", "2025-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 400m)
            .Reported("B", "2025-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 200m);

        KpiReading reading = city.Read(NetNewLoans.Id, "2025-06");

        Assert.Equal(Origin.Banks, reading.Origin);
        Assert.Equal(100m, reading.Actual!.Value.Number / 100_000_000m);
    }

    [Fact]
    public void Resolve_BankWithoutACityRow_IsTheSumOfItsCountiesAndZones()
    {
        City city = new City().Zone("320971", City.CountyOne).Bank("A");
        foreach (string region in new[] { City.CountyOne, City.CountyTwo, "320971" })
        {
            city.Reported("A", "2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 100m, region);
        }

        Assert.Equal(300m, Opening(city));
        Assert.Equal(100m, Opening(city, City.CountyOne));
    }

    [Fact]
    public void Resolve_BankWithACityRow_IgnoresItsCounties() => Assert.Equal(
        500m,
        Opening(TwoBanks().Reported("A", "2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 7m, City.CountyOne)));

    [Fact]
    public void Resolve_MergedBank_ContinuesItsPredecessors()
    {
        City city = new City()
            .Bank("OLD", closed: "2025-03", successor: "NEW").Bank("NEW", opened: "2025-03")
            .Reported("OLD", "2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 100m)
            .Reported("NEW", "2025-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 130m);

        KpiReading reading = city.Read(NetNewLoans.Id, "2025-06", bank: "NEW");

        Assert.Equal(30m, reading.Actual!.Value.Number / 100_000_000m);
        Assert.Equal(Standing.OnTrack, city.Reported("NEW", "2025-06", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 14m)
            .Reported("OLD", "2024-06", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 10m)
            .Reported("OLD", "2024-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 100m)
            .Read(InclusiveGrowthGap.Id, "2025-06", bank: "NEW").Standing);
    }

    [Fact]
    public void Resolve_BankNotYetOpen_IsNotMissed()
    {
        City city = TwoBanks().Bank("C", opened: "2025-01");

        Assert.Equal(new Completeness(2, 2), city.Read(LoanGrowth.Id, "2024-12").Completeness);
    }

    [Fact]
    public void PartsOf_SumOfBanks_NamesEveryRowUsed()
    {
        KpiInput input = TwoBanks().Input("2024-12");
        FigureRequest request = new(IndicatorCodes.LoansAll, ScopeCodes.RmbFx, input.Month);

        ResolvedFigure figure = Assert.Single(input.Resolve(request));

        Assert.Equal(["A", "B"], input.Figures.PartsOf(input.Subject, figure).Select(part => part.Series.Bank));
    }

    [Fact]
    public void ReportersByArea_BanksTotalsAndNothing_AreToldApart()
    {
        City city = new City().Bank("A").Bank("B").Zone("320971", City.CountyOne)
            .Reported("A", "2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 3m, City.CountyOne)
            .Reported("B", "2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 2m, City.CountyOne)
            .Published("2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 5m, City.CountyOne)
            .Published("2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 7m, City.CountyTwo);
        KpiInput input = city.Input("2024-12");

        Assert.Equal(
            [(City.CountyOne, 2), (City.CountyTwo, (int?)null)],
            input.Figures.ReportersByArea(new FigureRequest(IndicatorCodes.LoansAll, ScopeCodes.RmbFx, input.Month))
                .Select(part => (part.Area.Code, part.Banks)));
    }

    private static City TwoBanks() => new City().Bank("A").Bank("B")
        .Reported("A", "2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 300m)
        .Reported("B", "2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 200m);

    private static decimal Opening(City city, string region = City.Code)
    {
        KpiInput input = city.Input("2024-12", region);
        FigureRequest request = new(IndicatorCodes.LoansAll, ScopeCodes.RmbFx, input.Month);
        return input.Resolve(request)[0].Number!.Value / 100_000_000m;
    }
}
