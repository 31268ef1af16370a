using System.Globalization;
using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Forecasts.Targets;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Forecasts;

/// <summary>R17: a probability means what it says. A hundred made-up series, each foretold from five months of its last year.</summary>
/// <remarks>At a release a thousand: SMEKPI_SERIES=1000.</remarks>
public sealed class CalibrationTests
{
    private const int Known = 72;

    private static readonly int s_series =
        int.Parse(Environment.GetEnvironmentVariable("SMEKPI_SERIES") ?? "100", CultureInfo.InvariantCulture);

    private static readonly int[] s_monthsAhead = [11, 8, 6, 3, 1];

    private static readonly NewYearLull s_lull = Repository.Policy.Forecasts!.NewYear;

    private static readonly Lazy<IReadOnlyList<Outcome>> s_outcomes = new(() =>
        [.. Enumerable.Range(1, s_series).SelectMany(seed => s_monthsAhead.Select(months => Foretell(seed, months)))]);

    [Fact]
    public void Bands_OfAHundredSeries_CoverWhatTheySay()
    {
        Assert.InRange(s_outcomes.Value.Average(each => each.In(each.Bands.Low80, each.Bands.High80)), 0.75, 0.85);
        Assert.InRange(s_outcomes.Value.Average(each => each.In(each.Bands.Low50, each.Bands.High50)), 0.44, 0.56);
        Assert.InRange(s_outcomes.Value.Average(each => each.In(each.Bands.Low95, each.Bands.High95)), 0.92, 0.98);
    }

    [Fact]
    public void Probability_OfAHundredSeries_ScoresBetterThanTheBaseRate()
    {
        double rate = s_outcomes.Value.Average(each => each.Happened);
        double brier = s_outcomes.Value.Average(each => Math.Pow(each.Probability - each.Happened, 2));

        Assert.InRange(rate, 0.3, 0.7);
        Assert.True(brier < 0.85 * rate * (1 - rate), $"Brier {brier}, base rate {rate * (1 - rate)}");
    }

    /// <summary>Five points, and what the number of forecasts in a tenth leaves to chance (two standard errors).</summary>
    [Fact]
    public void Probability_OfAHundredSeries_EachTenthHappensAsOftenAsItSays()
    {
        foreach (IGrouping<int, Outcome> tenth in s_outcomes.Value.GroupBy(each => Math.Min(9, (int)(each.Probability * 10))))
        {
            double said = tenth.Average(each => each.Probability);
            double chance = 2 * Math.Sqrt(Math.Max(said * (1 - said), 0.01) / tenth.Count());

            Assert.InRange(tenth.Average(each => each.Happened), said - 0.05 - chance, said + 0.05 + chance);
        }
    }

    [Fact]
    public void Flows_OfAHundredSeries_HoldNegativeMonths() => Assert.True(
        Enumerable.Range(1, s_series).Count(seed =>
            SyntheticSeries.Make(seed, new YearMonth(2019, 1), Known, s_lull).Flows.Any(flow => flow < 0)) > s_series / 4);

    private static Outcome Foretell(int seed, int months)
    {
        YearMonth first = new YearMonth(2025, 1).AddMonths(-Known - months);
        FlowSeries series = SyntheticSeries.Make(seed, first, Known + months, s_lull);
        SeriesTrials trials = new(series, s_lull);
        TargetFormula total = path => Paths.Sum(path, 0, months);
        Simulation simulated = Simulation.Run([SeriesOutlook.Of(trials, Known, months)], [total], months, 500, (ulong)seed)![0];
        decimal real = total([[.. series.Flows.Skip(Known)]])!.Value;

        // A target somewhere around last year's sum, a different one for each series.
        decimal goal = total([[.. series.Flows.Skip(Known - 12).Take(months)]])!.Value * (80 + (seed * 37 % 41)) / 100m;
        return new Outcome(
            simulated.Bands(new YearMonth(2024, 12)),
            real,
            (double)simulated.Share(Comparison.AtLeast, goal),
            Simulation.IsMet(Comparison.AtLeast, real, goal) ? 1 : 0);
    }

    private sealed record Outcome(ForecastBands Bands, decimal Real, double Probability, int Happened)
    {
        public int In(decimal low, decimal high) => low <= Real && Real <= high ? 1 : 0;
    }
}
