using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Kpis;

public sealed class InclusiveGrowthGapTests
{
    private const string Id = InclusiveGrowthGap.Id;

    [Theory]
    [InlineData(110, 0, Standing.OnTrack)]
    [InlineData(109, -1, Standing.Behind)]
    [InlineData(108.9, -1.1, Standing.FarBehind)]
    [InlineData(120, 10, Standing.OnTrack)]
    public void Evaluate_AllLoansGrewTenPercent_GapIsInPoints(double inclusive, double gap, Standing expected)
    {
        KpiReading reading = Bank((decimal)inclusive).Read(Id, "2025-06", bank: "A");

        Assert.Equal(new Quantity((decimal)gap, Unit.Points), reading.Actual);
        Assert.Equal(expected, reading.Standing);
    }

    [Fact]
    public void Evaluate_AllPublishedButInclusiveOnlyFromBanks_EachGrowthHasItsOwnOrigin()
    {
        City city = Bank(115m)
            .Published("2024-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 2_000m)
            .Published("2025-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 2_100m);

        Assert.Equal(new Quantity(10m, Unit.Points), city.Read(Id, "2025-06").Actual);
    }

    [Fact]
    public void Evaluate_OneBankIsSilent_CityIsIncompleteAndNeverGreen()
    {
        KpiReading reading = Bank(200m).Bank("B").Read(Id, "2025-06");

        Assert.Equal(Standing.Incomplete, reading.Standing);
        Assert.Equal(new Completeness(2, 1), reading.Completeness);
    }

    [Fact]
    public void Evaluate_NoInclusiveLoansAYearAgo_IsNotAssessable()
    {
        KpiReading reading = Bank(10m)
            .Reported("A", "2024-06", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 0m)
            .Read(Id, "2025-06", bank: "A");

        Assert.Equal(Standing.NotAssessable, reading.Standing);
    }

    [Fact]
    public void Evaluate_YearThePolicyDoesNotName_HasNoTarget() =>
        Assert.Equal(Standing.NoTarget, Bank(110m).Read(Id, "2026-06", bank: "A").Standing);

    private static City Bank(decimal inclusive) => new City().Bank("A")
        .Reported("A", "2024-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 1_000m)
        .Reported("A", "2025-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 1_100m)
        .Reported("A", "2024-06", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 100m)
        .Reported("A", "2025-06", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, inclusive);
}
