using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Forecasts.Targets;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Forecasts;

/// <summary>A made-up city of two banks from December 2022 on, with a coverage adjustment and a published total.</summary>
public sealed class ForecastMakerTests
{
    private static readonly YearMonth s_first = new(2022, 12);

    /// <summary>The formulas of the forecast, given the flows that came, say what the KPI says of every month and December.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public void Formula_GivenTheFlowsThatCame_IsTheRulingReading(string id)
    {
        City city = Known(upTo: "2025-12");
        ITargetOutlook target = OutlookCatalog.All.Single(each => each.Id == id);
        KpiInput origin = city.Input("2025-06");
        FlowSeries[] history = [.. TargetHistory.Of(target, city.Input("2025-12")).Series];
        double[][] came = [.. history.Select(series => series.Flows.TakeLast(6).ToArray())];

        foreach (int months in Enumerable.Range(1, 6))
        {
            decimal foretold = target.Formula(origin, new YearMonth(2025, 1), months)!(came)!.Value;
            decimal real = city.Read(id, new YearMonth(2025, 6 + months).ToString()).Actual!.Value.Number;

            Assert.Equal((double)real, (double)foretold, Math.Abs((double)real) * 1e-9);
        }
    }

    /// <summary>In a back-test a year ends in any month: the same formulas over the twelve months before.</summary>
    [Fact]
    public void Formula_YearThatEndsInJune_CountsItsTwelveMonths()
    {
        City city = Known(upTo: "2025-06");
        ITargetOutlook target = OutlookCatalog.All.Single(each => each.Id == NetNewLoans.Id);
        double[] came = [.. TargetHistory.Of(target, city.Input("2025-06")).Series[0].Flows];

        decimal year = target.Formula(city.Input("2025-03"), new YearMonth(2024, 7), 3)!([came[^3..]])!.Value;

        Assert.Equal(came[^12..].Sum(), (double)year, 1.0);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Evaluate_EnoughHistoryInAYearWithATarget_GivesAProbabilityAndAFan(string id)
    {
        TestedForecast made = ForecastMaker.Evaluate(Known(upTo: "2025-09").Input("2025-09"), id)!;

        Assert.Null(made.Forecast.Gap);
        Assert.InRange(made.Forecast.Probability!.Value, 0m, 1m);
        Assert.Equal(33, made.Forecast.HistoryMonths);
        Assert.Equal(["2025-10", "2025-11", "2025-12"], made.Forecast.Fan.Select(each => each.Month.ToString()));
        Assert.All(made.Forecast.Fan, each => Assert.True(
            each.Low95 <= each.Low80 && each.Low80 <= each.Low50 && each.Low50 <= each.Median
            && each.Median <= each.High50 && each.High50 <= each.High80 && each.High80 <= each.High95));
        Assert.All(made.Forecast.Series, each => Assert.Equal(
            each.Scores.Where(score => score.MeanAbsoluteError is not null).Min(score => score.MeanAbsoluteError),
            each.Scores[(int)each.Chosen].MeanAbsoluteError));
        Assert.Equal(3, made.Test!.MonthsAhead);
        Assert.NotEmpty(made.Test.Origins);
    }

    [Fact]
    public void Evaluate_TargetFarWithinReach_IsNearlySure() => Assert.True(
        ForecastMaker.Evaluate(Known(upTo: "2025-11").Input("2025-11"), NplGap.Id)!.Forecast.Probability > 0.95m);

    [Fact]
    public void Evaluate_TwentyThreeMonths_GivesNoForecast()
    {
        TargetForecast forecast = Make(Known(upTo: "2024-11"), "2024-11");

        Assert.Equal(ForecastGap.TooShort, forecast.Gap);
        Assert.Equal(23, forecast.HistoryMonths);
        Assert.Null(forecast.Probability);
        Assert.Empty(forecast.Fan);
    }

    [Fact]
    public void Evaluate_TwentyFourMonths_GivesAForecast() => Assert.Null(Make(Known(upTo: "2025-01"), "2025-01").Gap);

    [Fact]
    public void Evaluate_BankMissingInTheMonth_GivesNoForecast()
    {
        City city = Known(upTo: "2025-09").NotReported("A", "2025-09", IndicatorCodes.LoansAll, ScopeCodes.RmbFx);

        TargetForecast forecast = Make(city, "2025-09");

        Assert.Equal(ForecastGap.Incomplete, forecast.Gap);
        Assert.Null(forecast.Probability);
    }

    [Fact]
    public void Evaluate_BankMissingAYearAgo_CountsOnlyWhatFollows()
    {
        City city = Known(upTo: "2025-09").NotReported("A", "2024-09", IndicatorCodes.LoansAll, ScopeCodes.RmbFx);

        Assert.Equal((ForecastGap.TooShort, 11), (Make(city, "2025-09").Gap, Make(city, "2025-09").HistoryMonths));
    }

    [Fact]
    public void Evaluate_December_LeavesTheWordToTheVerdict()
    {
        TargetForecast forecast = Make(Known(upTo: "2025-12"), "2025-12");

        Assert.Equal(ForecastGap.Final, forecast.Gap);
        Assert.Null(forecast.Probability);
    }

    [Fact]
    public void Evaluate_YearThePolicyDoesNotName_HasBandsWithoutAProbability()
    {
        TargetForecast forecast = Make(Known(upTo: "2026-03"), "2026-03");

        Assert.Null(forecast.Gap);
        Assert.Null(forecast.Probability);
        Assert.Null(forecast.Target);
        Assert.Equal(9, forecast.Fan.Count);
    }

    [Fact]
    public void Evaluate_Twice_SaysTheSame() =>
        Assert.Equal(Said(Make(Known(upTo: "2025-09"), "2025-09")), Said(Make(Known(upTo: "2025-09"), "2025-09")));

    /// <summary>What became known later changes nothing that was said before.</summary>
    [Fact]
    public void Evaluate_LaterMonthsKnown_SaysTheSameOfTheEarlierOne() =>
        Assert.Equal(Said(Make(Known(upTo: "2025-09"), "2025-09")), Said(Make(Known(upTo: "2025-12"), "2025-09")));

    [Fact]
    public void Foretell_WithoutTests_SaysTheSame() => Assert.Equal(
        Said(Make(Known(upTo: "2025-09"), "2025-09")),
        Said(ForecastMaker.Foretell(Known(upTo: "2025-09").Input("2025-09"))[0]));

    [Theory]
    [InlineData("0.70", ProposedLight.Green)]
    [InlineData("0.699", ProposedLight.Amber)]
    [InlineData("0.40", ProposedLight.Amber)]
    [InlineData("0.399", ProposedLight.Red)]
    public void ProposedLight_OnItsBound_IsTheBetterOne(string probability, ProposedLight light) => Assert.Equal(
        light,
        ProposedLights.Of(
            decimal.Parse(probability, System.Globalization.CultureInfo.InvariantCulture), Repository.Policy.Forecasts!));

    [Fact]
    public void ProposedLight_WithoutAProbability_IsNone() =>
        Assert.Null(ProposedLights.Of(null, Repository.Policy.Forecasts!));

    public static TheoryData<string> Targets => [.. OutlookCatalog.All.Select(target => target.Id)];

    [Fact]
    public void Catalog_EveryJudgedTarget_IsForecast() => Assert.Equal(
        KpiCatalog.All.Select(kpi => kpi.Id), OutlookCatalog.All.Select(target => target.Id));

    private static TargetForecast Make(City city, string month) =>
        ForecastMaker.Evaluate(city.Input(month), NetNewLoans.Id)!.Forecast;

    private static string Said(TargetForecast forecast) => string.Join(
        ';',
        [$"{forecast.Probability}", .. forecast.Fan.Select(bands => $"{bands}"), .. forecast.Series.Select(each => $"{each.Chosen}")]);

    private static City Known(string upTo)
    {
        City city = new City().Bank("A").Bank("B")
            .Reported("A", "2024-05", IndicatorCodes.LoansAllCoverageAdjustment, ScopeCodes.RmbFx, 40m)
            .Reported("A", "2025-02", IndicatorCodes.LoansAllCoverageAdjustment, ScopeCodes.RmbFx, -30m);
        foreach (YearMonth month in s_first.Through(YearMonth.Parse(upTo)))
        {
            int at = ((month.Year - s_first.Year) * 12) + month.Month - 12;
            decimal noise = (decimal)Flows.Noise(at);
            decimal season = (month.Month % 3 == 1 ? 25m : 10m) * at;
            string text = month.ToString();
            foreach ((string bank, decimal size) in new[] { ("A", 2m), ("B", 1m) })
            {
                decimal all = size * (4_000m + season + (60m * noise));
                city.Reported(bank, text, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, all)
                    .Reported(bank, text, IndicatorCodes.LoansAllNpl, ScopeCodes.RmbFx, (all * 0.01m) + (3m * noise))
                    .Reported(bank, text, IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, (all * 0.2m) + (5m * noise))
                    .Reported(bank, text, IndicatorCodes.LoansInclusiveMseNpl, ScopeCodes.Nfra, (all * 0.003m) - (2m * noise))
                    .Granted(bank, text, (size * 300m) + (40m * noise), 4m - (0.02m * at) + (0.05m * noise));
            }
        }

        return city;
    }
}
