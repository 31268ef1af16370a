using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Kpis;

public sealed class LoanGrowthTests
{
    private const string Id = LoanGrowth.Id;

    [Theory]
    [InlineData(1_150, Standing.OnTrack)]
    [InlineData(1_149.9999, Standing.Behind)]
    [InlineData(1_140, Standing.Behind)]
    [InlineData(1_139.9999, Standing.FarBehind)]
    public void Evaluate_BeforeDecember_IsJudgedByTheTargetItself(double now, Standing expected) =>
        Assert.Equal(expected, Loans(("2024-06", 1_000m), ("2025-06", (decimal)now)).Read(Id, "2025-06").Standing);

    [Theory]
    [InlineData(1_150, Standing.Achieved)]
    [InlineData(1_149.9999, Standing.Missed)]
    public void Evaluate_December_IsFinal(double now, Standing expected) =>
        Assert.Equal(expected, Loans(("2024-12", 1_000m), ("2025-12", (decimal)now)).Read(Id, "2025-12").Standing);

    [Fact]
    public void Evaluate_BalancesKnown_GrowthIsInPercentAndUnrounded()
    {
        KpiReading reading = Loans(("2024-06", 3m), ("2025-06", 4m)).Read(Id, "2025-06");

        Assert.Equal(new Quantity(((4m / 3m) - 1m) * 100m, Unit.Percent), reading.Actual);
        Assert.Equal(new Quantity(15m, Unit.Percent), reading.Target);
    }

    [Fact]
    public void Evaluate_CoverageAdjustment_RestatesTheBaseExceptInThePlainReading()
    {
        City city = Loans(("2024-06", 1_000m), ("2025-06", 1_320m))
            .Published("2025-01", IndicatorCodes.LoansAllCoverageAdjustment, ScopeCodes.RmbFx, 100m);

        Assert.Equal(new Quantity(20m, Unit.Percent), city.Read(Id, "2025-06").Actual);
        Assert.Equal(new Quantity(32m, Unit.Percent), city.Read(Id, "2025-06", "plain").Actual);
    }

    [Fact]
    public void Evaluate_BaseIsZero_IsNotAssessable()
    {
        KpiReading reading = Loans(("2024-06", 0m), ("2025-06", 10m)).Read(Id, "2025-06");

        Assert.Null(reading.Actual);
        Assert.Equal(Standing.NotAssessable, reading.Standing);
    }

    [Fact]
    public void Evaluate_Shrinking_IsNegative() => Assert.Equal(
        new Quantity(-10m, Unit.Percent),
        Loans(("2024-06", 1_000m), ("2025-06", 900m)).Read(Id, "2025-06").Actual);

    [Fact]
    public void Evaluate_BaseUnpublished_IsIncomplete() =>
        Assert.Equal(Standing.Incomplete, Loans(("2025-06", 900m)).Read(Id, "2025-06").Standing);

    [Fact]
    public void Evaluate_YearThePolicyDoesNotName_HasNoTarget() =>
        Assert.Equal(Standing.NoTarget, Loans(("2025-06", 1m), ("2026-06", 2m)).Read(Id, "2026-06").Standing);

    private static City Loans(params (string Month, decimal Yi)[] balances) => balances.Aggregate(
        new City(),
        (city, each) => city.Published(each.Month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, each.Yi));
}
