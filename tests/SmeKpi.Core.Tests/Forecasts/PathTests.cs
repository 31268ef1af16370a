using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Forecasts.Models;
using SmeKpi.Core.Forecasts.Targets;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Forecasts;

public sealed class PathTests
{
    private static readonly YearMonth s_end = new(2025, 12);

    /// <summary>Independent months even each other out: the band of the sum is narrower than the sum of the bands.</summary>
    [Fact]
    public void Bands_OfASum_AreThoseOfPathSumsNotSumsOfBands()
    {
        SeriesOutlook months = Outlook(Enumerable.Repeat(100.0, 9), Enumerable.Range(0, 60).Select(at => 50 * Flows.Noise(at)));

        IReadOnlyList<Simulation> simulated = Simulation.Run([months], [Sum(1), Sum(9)], 9, 1000, 1)!;

        ForecastBands one = simulated[0].Bands(s_end);
        ForecastBands nine = simulated[1].Bands(s_end);
        Assert.InRange(nine.High80 - nine.Low80, 2m * (one.High80 - one.Low80), 4.5m * (one.High80 - one.Low80));
    }

    [Fact]
    public void Bands_FlowsAroundZero_ReachBelowIt()
    {
        SeriesOutlook months = Outlook(Enumerable.Repeat(-5.0, 3), Enumerable.Range(0, 40).Select(at => 30 * Flows.Noise(at)));

        ForecastBands bands = Simulation.Run([months], [Sum(3)], 3, 500, 1)![0].Bands(s_end);

        Assert.True(bands.Low95 < bands.Low80 && bands.Low80 < bands.Low50 && bands.Low50 < 0 && bands.High95 > 0);
    }

    /// <summary>Two series whose errors are opposite every month: together they are certain.</summary>
    [Fact]
    public void Paths_OfSeveralSeries_DrawTheSameMonthOfThePast()
    {
        double[] errors = [.. Enumerable.Range(0, 40).Select(at => 30 * Flows.Noise(at))];
        SeriesOutlook one = Outlook([100, 100], errors);
        SeriesOutlook other = Outlook([100, 100], errors.Select(error => -error));

        ForecastBands both = Simulation.Run([one, other], [path => Paths.Sum(path, 0, 2) + Paths.Sum(path, 1, 2)], 2, 500, 1)![0]
            .Bands(s_end);

        Assert.Equal(400m, Math.Round(both.Low95, 6));
        Assert.Equal(400m, Math.Round(both.High95, 6));
    }

    [Theory]
    [InlineData(Comparison.AtLeast)]
    [InlineData(Comparison.AtMost)]
    public void Share_ValueExactlyOnTheTarget_MeetsIt(Comparison compare)
    {
        SeriesOutlook certain = Outlook([100], [0, 0, 0]);

        Assert.Equal(1m, Simulation.Run([certain], [Sum(1)], 1, 100, 1)![0].Share(compare, 100m));
    }

    [Fact]
    public void Share_OfAPath_IsDecidedOnUnroundedValues()
    {
        SeriesOutlook nearly = Outlook([99.9999], [0, 0, 0]);

        Assert.Equal(0m, Simulation.Run([nearly], [Sum(1)], 1, 100, 1)![0].Share(Comparison.AtLeast, 100m));
    }

    [Fact]
    public void Run_OneValueCannotBeAssessed_GivesNothing() =>
        Assert.Null(Simulation.Run([Outlook([1], [0])], [_ => null], 1, 10, 1));

    [Fact]
    public void Run_SameSeed_GivesTheSameNumbers()
    {
        SeriesOutlook months = Outlook([100, 90], Enumerable.Range(0, 30).Select(at => 30 * Flows.Noise(at)));

        Assert.Equal(
            Simulation.Run([months], [Sum(2)], 2, 300, 7)![0].Bands(s_end),
            Simulation.Run([months], [Sum(2)], 2, 300, 7)![0].Bands(s_end));
        Assert.NotEqual(
            Simulation.Run([months], [Sum(2)], 2, 300, 7)![0].Bands(s_end),
            Simulation.Run([months], [Sum(2)], 2, 300, 8)![0].Bands(s_end));
    }

    /// <summary>SplitMix64 with the seed 0, as published with the method.</summary>
    [Fact]
    public void Random_PublishedSeed_GivesThePublishedNumbers() =>
        Assert.Equal((int)(0xE220A8397B1DCDAF % 1000), new ForecastRandom(0).Below(1000));

    [Theory]
    [InlineData("0", "10")]
    [InlineData("0.25", "15")]
    [InlineData("0.5", "20")]
    [InlineData("1", "30")]
    public void Quantile_OfThreeNumbers_InterpolatesBetweenThem(string share, string expected) => Assert.Equal(
        decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        Quantiles.Of([10m, 20m, 30m], decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)));

    private static TargetFormula Sum(int months) => path => Paths.Sum(path, 0, months);

    private static SeriesOutlook Outlook(IEnumerable<double> expected, IEnumerable<double> residuals) =>
        new(new ModelChoice(ForecastModel.Mean, [], []), [.. expected], [.. residuals]);
}
