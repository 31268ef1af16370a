using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Kpis;

public sealed class NplGapTests
{
    private const string Id = NplGap.Id;

    [Theory]
    [InlineData(4.0, 3.0, Standing.Achieved)]
    [InlineData(4.00000001, 3.00000001, Standing.Missed)]
    [InlineData(0.5, -0.5, Standing.Achieved)]
    public void Evaluate_AllLoansAtOnePercent_ExactlyThreePointsPasses(double npl, double gap, Standing expected)
    {
        KpiReading reading = Bank("2025-06", npl: (decimal)npl, inclusive: 100m).Read(Id, "2025-06", bank: "A");

        Assert.Equal(new Quantity((decimal)gap, Unit.Points), reading.Actual);
        Assert.Equal(expected, reading.Standing);
    }

    [Fact]
    public void Evaluate_NoInclusiveBalance_IsNotAssessable() => Assert.Equal(
        Standing.NotAssessable, Bank("2025-06", npl: 0m, inclusive: 0m).Read(Id, "2025-06", bank: "A").Standing);

    [Theory]
    [InlineData("2025-01", Standing.NoTarget)]
    [InlineData("2025-02", Standing.Achieved)]
    [InlineData("2026-12", Standing.Achieved)]
    [InlineData("2027-01", Standing.NoTarget)]
    public void Evaluate_OnlyWhileThePolicyIsInForce_IsJudged(string month, Standing expected) =>
        Assert.Equal(expected, Bank(month, npl: 1m, inclusive: 100m).Read(Id, month).Standing);

    [Fact]
    public void Evaluate_OneFigurePublishedOnly_AllFourComeFromTheBanks()
    {
        KpiReading reading = Bank("2025-06", npl: 1m, inclusive: 100m)
            .Published("2025-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 500m)
            .Read(Id, "2025-06");

        Assert.Equal(Origin.Banks, reading.Origin);
        Assert.Equal(new Quantity(0m, Unit.Points), reading.Actual);
    }

    [Fact]
    public void Evaluate_NplUnreported_IsIncomplete()
    {
        KpiReading reading = Bank("2025-06", npl: 1m, inclusive: 100m)
            .NotReported("A", "2025-06", IndicatorCodes.LoansAllNpl, ScopeCodes.RmbFx)
            .Read(Id, "2025-06", bank: "A");

        Assert.Null(reading.Actual);
        Assert.Equal(Standing.Incomplete, reading.Standing);
    }

    private static City Bank(string month, decimal npl, decimal inclusive) => new City().Bank("A")
        .Reported("A", month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 1_000m)
        .Reported("A", month, IndicatorCodes.LoansAllNpl, ScopeCodes.RmbFx, 10m)
        .Reported("A", month, IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, inclusive)
        .Reported("A", month, IndicatorCodes.LoansInclusiveMseNpl, ScopeCodes.Nfra, npl);
}
