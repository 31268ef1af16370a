using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Forecasts.Models;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Samples;

/// <summary>Made-up forecasts with round numbers.</summary>
internal static class SampleForecasts
{
    /// <summary>M01.1 in June 2025: 1,800 to 2,200 亿元 in December.</summary>
    public static ForecastView View(decimal? probability = 0.62m, ForecastGap? gap = null) =>
        ForecastView.Of(Forecast(probability, gap), Repository.Policy)!;

    public static TargetForecast Forecast(decimal? probability = 0.62m, ForecastGap? gap = null) => new()
    {
        Id = "M01.1",
        Month = new YearMonth(2025, 6),
        Region = SampleViews.City,
        Gap = gap,
        Probability = gap is null ? probability : null,
        Target = new Quantity(200_000_000_000m, Unit.Yuan),
        Fan = gap is null ? [.. Enumerable.Range(7, 6).Select(month => Bands(new YearMonth(2025, month), month * 10 - 20))] : [],
        Series = gap is not null ? [] :
        [
            new SeriesChoice(0, Unit.Yuan, ForecastModel.SeasonalNaive,
            [
                new ModelScore(ForecastModel.SeasonalShare, 3e9, 1e9),
                new ModelScore(ForecastModel.DampedTrend, null, null),
                new ModelScore(ForecastModel.SeasonalNaive, 2e9, -1e9),
                new ModelScore(ForecastModel.Mean, 2.5e9, 0),
            ]),
        ],
        HistoryMonths = gap == ForecastGap.TooShort ? 17 : 30,
        Synthetic = true,
    };

    public static BackTest Test { get; } = new("M01.1", new YearMonth(2025, 6), 6, Yi(2_000m),
    [
        new BackTestOrigin(new YearMonth(2024, 6), Bands(new YearMonth(2024, 12), 100), Yi(2_050m), 0.9m, true),
        new BackTestOrigin(new YearMonth(2024, 7), Bands(new YearMonth(2025, 1), 100), Yi(1_500m), 0.1m, false),
    ]);

    private static ForecastBands Bands(YearMonth month, decimal half) => new(
        month,
        Yi(2_000m - (2 * half)), Yi(2_000m - half), Yi(2_000m - (half / 2)), Yi(2_000m),
        Yi(2_000m + (half / 2)), Yi(2_000m + half), Yi(2_000m + (2 * half)));

    private static decimal Yi(decimal yi) => yi * 100_000_000m;
}
