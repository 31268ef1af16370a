using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Forecasts.Models;

namespace SmeKpi.Core.Tests.Forecasts;

public sealed class ModelTests
{
    [Fact]
    public void SeasonalNaive_AYear_RepeatsIt() => Assert.Equal(
        [1, 2, 3], SeasonalNaive.Forecast([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 3)!);

    [Fact]
    public void SeasonalShare_TwoYearsOfOneShape_SpreadsTheLastYearsTotal()
    {
        double[] year = [10, 20, 30, 0, 0, 0, 0, 0, 0, 0, 0, 40];

        double[] ahead = SeasonalShare.Forecast([.. year, .. year.Select(flow => flow * 2)], 12)!;

        // The last year brought 200; a tenth of all flows of both years fell into January.
        Assert.Equal([20, 40, 60, 0, 0, 0, 0, 0, 0, 0, 0, 80], ahead.Select(flow => Math.Round(flow, 9)));
    }

    [Fact]
    public void SeasonalShare_IncreasesAndDecreasesCancel_SaysNothing() =>
        Assert.Null(SeasonalShare.Forecast([5, -5, 5, -5, 5, -5, 5, -5, 5, -5, 5, -4], 1));

    [Fact]
    public void DampedTrend_RisingFlows_GoesOnRisingByLessAndLess()
    {
        double[] ahead = DampedTrend.Forecast([.. Enumerable.Range(1, 20).Select(month => 10.0 * month)], 3)!;

        Assert.True(ahead[0] > 195);
        Assert.InRange(ahead[2] - ahead[1], 0, ahead[1] - ahead[0]);
    }

    [Fact]
    public void MonthEffects_OneYear_AreZero() => Assert.All(
        MonthEffects.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), effect => Assert.Equal(0, effect));

    [Fact]
    public void Mean_OfThreeModels_LiesInTheMiddle()
    {
        double[] flows = [.. Enumerable.Range(0, 30).Select(at => 100 + at + (20 * Flows.Noise(at)))];

        double[]?[] models = ModelCatalog.Forecast(flows, 4);

        Assert.Equal(
            Enumerable.Range(0, 4).Select(month => Math.Round((models[0]![month] + models[1]![month] + models[2]![month]) / 3, 9)),
            models[3]!.Select(flow => Math.Round(flow, 9)));
    }

    [Fact]
    public void Models_LessThanAYear_SayNothing() => Assert.All(
        ModelCatalog.Forecast([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 2), Assert.Null);

    /// <summary>A series built for each of the four to win once.</summary>
    [Theory]
    [InlineData(ForecastModel.SeasonalShare)]
    [InlineData(ForecastModel.DampedTrend)]
    [InlineData(ForecastModel.SeasonalNaive)]
    [InlineData(ForecastModel.Mean)]
    public void Choice_SeriesBuiltForOneModel_IsThatModel(ForecastModel model)
    {
        ModelChoice choice = ModelChoice.Of(new SeriesTrials(BuiltFor(model), Flows.NoLull), known: 60, months: 6);

        Assert.Equal(model, choice.Model);
        Assert.Equal(choice.Scores.Min(score => score.MeanAbsoluteError), choice.Scores[(int)model].MeanAbsoluteError);
    }

    /// <summary>Bias is real minus forecast: a model that repeats last year says too little of a series that grows.</summary>
    [Fact]
    public void Choice_GrowingSeries_TellsTheBiasOfEachModel()
    {
        ModelChoice choice = ModelChoice.Of(new SeriesTrials(Flows.Of(36, at => 100 + at), Flows.NoLull), 36, 1);

        Assert.Equal(12, choice.Scores[(int)ForecastModel.SeasonalNaive].Bias!.Value, 6);
        Assert.Equal(12, choice.Scores[(int)ForecastModel.SeasonalNaive].MeanAbsoluteError!.Value, 6);
    }

    private static FlowSeries BuiltFor(ForecastModel model) => model switch
    {
        // One steep shape on totals that swing, and noise in proportion, which a mean of years evens out.
        ForecastModel.SeasonalShare => Flows.Of(60, at =>
            Math.Pow(2, at % 12 / 2.0) * (1 + (at / 12 % 2)) * (1 + (0.6 * Flows.Noise(at + 40)))),

        // No seasons, and every month more than the month before.
        ForecastModel.DampedTrend => Flows.Of(60, at => 100 + (5 * at)),

        // A shape that turns around every other year for good: only last year tells anything.
        ForecastModel.SeasonalNaive => Flows.Of(60, at => at < 24 ? (at % 12 < 6 ? 200 : 20) : (at % 12 < 6 ? 20 : 200)),
        _ => Mixed(),
    };

    /// <summary>Half of it walks, half of it repeats: each model sees a part.</summary>
    private static FlowSeries Mixed() => Flows.Of(60, at =>
        100 + (at % 12 == 0 ? 60 : 0) + (40 * Flows.Noise((at % 12) + 500)) + (30 * Flows.Noise(at))
        + Enumerable.Range(0, at).Sum(step => 4 * Flows.Noise(step + 90)));
}
