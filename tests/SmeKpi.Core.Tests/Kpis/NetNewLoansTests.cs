using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Kpis;

public sealed class NetNewLoansTests
{
    private const string Id = NetNewLoans.Id;

    [Theory]
    [InlineData(11_000, Standing.OnTrack)]
    [InlineData(11_000.0001, Standing.OnTrack)]
    [InlineData(10_999.9999, Standing.Behind)]
    [InlineData(10_800, Standing.Behind)]
    [InlineData(10_799.9999, Standing.FarBehind)]
    public void Evaluate_HalfTheYearGone_IsJudgedByTheLinearPace(double june, Standing expected)
    {
        KpiReading reading = Loans(("2024-12", 10_000m), ("2025-06", (decimal)june)).Read(Id, "2025-06");

        Assert.Equal(expected, reading.Standing);
        Assert.Equal(Money.FromYiYuan(1_000m).ToQuantity(), reading.Pace);
        Assert.Equal(Money.FromYiYuan((decimal)june - 10_000m).ToQuantity(), reading.Actual);
    }

    [Theory]
    [InlineData(12_000, Standing.Achieved)]
    [InlineData(11_999.99999999, Standing.Missed)]
    public void Evaluate_December_IsFinal(double december, Standing expected)
    {
        KpiReading reading = Loans(("2024-12", 10_000m), ("2025-12", (decimal)december)).Read(Id, "2025-12");

        Assert.Equal(expected, reading.Standing);
        Assert.Null(reading.RequiredRunRate);
    }

    [Fact]
    public void Evaluate_YearThePolicyDoesNotName_HasAValueButNoTarget()
    {
        KpiReading reading = Loans(("2025-12", 12_000m), ("2026-06", 12_500m)).Read(Id, "2026-06");

        Assert.Equal(Standing.NoTarget, reading.Standing);
        Assert.Equal(Money.FromYiYuan(500m).ToQuantity(), reading.Actual);
        Assert.Null(reading.Target);
        Assert.Null(reading.Gap);
        Assert.Null(reading.Pace);
    }

    [Fact]
    public void Evaluate_OpeningBalanceUnknown_IsIncompleteAndHasNoActual()
    {
        KpiReading reading = Loans(("2025-06", 11_000m)).Read(Id, "2025-06");

        Assert.Equal(Standing.Incomplete, reading.Standing);
        Assert.Null(reading.Actual);
        Assert.Null(reading.Gap);
    }

    [Fact]
    public void Evaluate_MoreRepaidThanLent_IsNegative()
    {
        KpiReading reading = Loans(("2024-12", 10_000m), ("2025-01", 9_900m)).Read(Id, "2025-01");

        Assert.Equal(Money.FromYiYuan(-100m).ToQuantity(), reading.Actual);
        Assert.Equal(Money.FromYiYuan(-2_100m).ToQuantity(), reading.Gap);
        Assert.Equal(Standing.FarBehind, reading.Standing);
    }

    [Theory]
    [InlineData(12_000, "M01.1", 2_000)]
    [InlineData(15_000, "M01.2", 2_250)]
    public void Evaluate_OpeningBalance_DecidesWhichTargetBinds(double opening, string binding, double required)
    {
        KpiReading reading = Loans(("2024-12", (decimal)opening), ("2025-06", (decimal)opening + 800m))
            .Read(Id, "2025-06");

        Assert.Equal(binding, reading.BindingTarget);
        Assert.Equal(Money.FromYiYuan((decimal)required).ToQuantity(), reading.RequiredIncrement);
        Assert.Equal(Money.FromYiYuan(((decimal)required - 800m) / 6m), reading.RequiredRunRate!.Value.ToMoney());
    }

    [Fact]
    public void Evaluate_BanksEnteredTheStatistics_DoesNotCountTheirBalance()
    {
        KpiReading reading = Loans(("2024-12", 10_000m), ("2025-06", 11_000m))
            .Published("2025-04", IndicatorCodes.LoansAllCoverageAdjustment, ScopeCodes.RmbFx, 300m)
            .Published("2024-12", IndicatorCodes.LoansAllCoverageAdjustment, ScopeCodes.RmbFx, 999m)
            .Read(Id, "2025-06");

        Assert.Equal(Money.FromYiYuan(700m).ToQuantity(), reading.Actual);
    }

    [Fact]
    public void Evaluate_Adjusted_AddsBackWhatLeftTheBooks()
    {
        City city = Loans(("2024-12", 10_000m), ("2025-02", 10_100m)).Bank("A");
        foreach (string month in new[] { "2025-01", "2025-02" })
        {
            city.Reported("A", month, IndicatorCodes.LoansAllWrittenOff, ScopeCodes.RmbFx, 1m)
                .Reported("A", month, IndicatorCodes.LoansAllTransferred, ScopeCodes.RmbFx, 2m)
                .Reported("A", month, IndicatorCodes.LoansAllDebtSwapRepaid, ScopeCodes.RmbFx, 3m);
        }

        Assert.Equal(Money.FromYiYuan(112m).ToQuantity(), city.Read(Id, "2025-02", "adjusted").Actual);
        Assert.Null(city.Read(Id, "2025-03", "adjusted").Actual);
    }

    [Fact]
    public void Evaluate_Bank_ShowsItsContributionWithoutALight()
    {
        KpiReading reading = new City().Bank("A")
            .Reported("A", "2024-12", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 100m)
            .Reported("A", "2025-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 120m)
            .Read(Id, "2025-06", bank: "A");

        Assert.Equal(Money.FromYiYuan(20m).ToQuantity(), reading.Actual);
        Assert.Equal(Standing.NoTarget, reading.Standing);
    }

    private static City Loans(params (string Month, decimal Yi)[] balances)
    {
        City city = new();
        foreach ((string month, decimal yi) in balances)
        {
            city.Published(month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, yi);
        }

        return city;
    }
}
