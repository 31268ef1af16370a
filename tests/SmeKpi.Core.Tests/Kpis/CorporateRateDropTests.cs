using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Kpis;

public sealed class CorporateRateDropTests
{
    private const string Id = CorporateRateDrop.Id;

    [Theory]
    [InlineData(3.70, 30, Standing.OnTrack)]
    [InlineData(3.80, 20, Standing.Behind)]
    [InlineData(3.81, 19, Standing.FarBehind)]
    [InlineData(4.10, -10, Standing.FarBehind)]
    public void Evaluate_AgainstTheWholeOfLastYear_DropIsInBasisPoints(double rate, double drop, Standing expected)
    {
        KpiReading reading = LastYearAt(4m).Granted("A", "2025-01", 100m, (decimal)rate).Read(Id, "2025-01");

        Assert.Equal(new Quantity((decimal)drop, Unit.BasisPoints), reading.Actual);
        Assert.Equal(expected, reading.Standing);
    }

    [Fact]
    public void Evaluate_TwoBanks_RateIsWeightedByTheAmountGranted()
    {
        City city = LastYearAt(4m).Bank("B", opened: "2025-01")
            .Granted("A", "2025-01", 300m, 4m)
            .Granted("B", "2025-01", 100m, 2m);

        Assert.Equal(new Quantity(50m, Unit.BasisPoints), city.Read(Id, "2025-01").Actual);
    }

    [Fact]
    public void Evaluate_AMonthOfLastYearMissing_IsIncomplete()
    {
        KpiReading reading = LastYearAt(4m)
            .NotReported("A", "2024-07", IndicatorCodes.LoansCorporateGranted, ScopeCodes.None)
            .Granted("A", "2025-01", 100m, 3m)
            .Read(Id, "2025-01");

        Assert.Null(reading.Actual);
        Assert.Equal(Standing.Incomplete, reading.Standing);
    }

    [Fact]
    public void Evaluate_NothingGrantedThisYear_IsNotAssessable() => Assert.Equal(
        Standing.NotAssessable, LastYearAt(4m).Granted("A", "2025-01", 0m, 0m).Read(Id, "2025-01").Standing);

    [Fact]
    public void Evaluate_RivalReadings_CompareOtherWindows()
    {
        City city = LastYearAt(4m).Granted("A", "2024-02", 100m, 5m);
        city.Granted("A", "2025-01", 100m, 3m).Granted("A", "2025-02", 100m, 3m);

        Assert.Equal(150m, city.Read(Id, "2025-02", "same-months").Actual!.Value.Number);
        Assert.Equal(200m, city.Read(Id, "2025-02", "month").Actual!.Value.Number);
        Assert.DoesNotContain(city.Readings("2025-02"), reading => reading.Reading == "december");
    }

    [Fact]
    public void Evaluate_December_ComparesDecembersToo()
    {
        City city = LastYearAt(4m);
        for (int month = 1; month <= 12; month++)
        {
            city.Granted("A", $"2025-{month:00}", 100m, month == 12 ? 3m : 4m);
        }

        Assert.Equal(100m, city.Read(Id, "2025-12", "december").Actual!.Value.Number);
        Assert.Equal(Standing.Missed, city.Read(Id, "2025-12").Standing);
    }

    [Fact]
    public void Evaluate_YearThePolicyDoesNotName_HasNoTarget() => Assert.Equal(
        Standing.NoTarget, LastYearAt(4m).Read(Id, "2024-06").Standing);

    private static City LastYearAt(decimal rate)
    {
        City city = new City().Bank("A");
        for (int month = 1; month <= 12; month++)
        {
            city.Granted("A", $"2024-{month:00}", 100m, rate);
        }

        return city;
    }
}
