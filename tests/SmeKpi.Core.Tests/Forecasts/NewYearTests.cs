using System.Globalization;
using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Forecasts.Models;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Forecasts;

public sealed class NewYearTests
{
    /// <summary>The dates of the file are those of the calendar that .NET computes.</summary>
    [Fact]
    public void Dates_OfTheFile_AreThoseOfTheLunarCalendar()
    {
        ChineseLunisolarCalendar moon = new();

        Assert.True(Flows.Lull.Dates.Count >= 12);
        Assert.All(Flows.Lull.Dates.Values, day => Assert.Equal(
            DateOnly.FromDateTime(moon.ToDateTime(day.Year, 1, 1, 0, 0, 0, 0)), day));
    }

    [Theory]
    [InlineData(2023, 1, 11)] // 22 January: 21 to 31 January
    [InlineData(2023, 2, 5)]
    [InlineData(2024, 1, 0)] // 10 February
    [InlineData(2024, 2, 16)]
    [InlineData(2031, 1, 0)] // not in the file
    public void DaysIn_YearOfAnEarlyOrLateNewYear_CountsTheLullOfEachMonth(int year, int month, int days) =>
        Assert.Equal(days, Flows.Lull.DaysIn(year, month));

    /// <summary>Ten a day outside the lull: last year's New Year fell in January, this year's in February.</summary>
    [Fact]
    public void Forecast_NewYearMovesFromJanuaryToFebruary_MovesWhatItTakes()
    {
        FlowSeries series = new(new YearMonth(2022, 1), [.. Months(2022, 24).Select(month => 10.0 * DaysOpen(month))]);

        double[] naive = new SeriesTrials(series, Flows.Lull).Forecast(ForecastModel.SeasonalNaive, known: 24)!;

        // 2023: 20 days of January and 23 of February were open. 2024: 31 and 13 (it is a leap year, which last year was not).
        Assert.Equal([200, 230], series.Flows.Skip(12).Take(2));
        Assert.Equal(310, naive[0], 6);
        Assert.Equal(120, naive[1], 6);
    }

    [Fact]
    public void Forecast_FromJanuary_BorrowsTheDailyFlowOfTheYearBefore()
    {
        FlowSeries series = new(new YearMonth(2022, 1), [.. Months(2022, 25).Select(month => 10.0 * DaysOpen(month))]);

        double[] naive = new SeriesTrials(series, Flows.Lull).Forecast(ForecastModel.SeasonalNaive, known: 25)!;

        Assert.Equal(120, naive[0], 6);
    }

    private static IEnumerable<YearMonth> Months(int year, int count) =>
        new YearMonth(year, 1).Through(new YearMonth(year, 1).AddMonths(count - 1));

    private static int DaysOpen(YearMonth month) =>
        DateTime.DaysInMonth(month.Year, month.Month) - Flows.Lull.DaysIn(month.Year, month.Month);
}
