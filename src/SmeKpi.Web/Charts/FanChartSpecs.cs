using Microsoft.Extensions.Localization;
using SmeKpi.Core.Forecasts;
using SmeKpi.Web.Formatting;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Resources;

namespace SmeKpi.Web.Charts;

/// <summary>Turns a target's page into the fan of its months ahead, in the reader's language.</summary>
internal sealed class FanChartSpecs(YearChartSpecs years, QuantityFormatter format, IStringLocalizer<ForecastStrings> words)
{
    /// <returns>Null when nothing is foretold.</returns>
    public YearChartSpec? Of(TargetPageView page)
    {
        TargetView target = page.Target;
        if (target.Forecast is not { Forecast.Fan: { Count: > 0 } fan } forecast)
        {
            return null;
        }

        YearChartSpec year = years.Of(page);
        decimal divisor = format.Axis(forecast.Unit).Divisor;
        return year with
        {
            Title = words["FanTitle", target.Provision.Name.In(format.Culture), target.Month.Year],
            Bands =
            [
                new ChartBand(words["Band", 95], Months(year, fan, divisor, each => (each.Low95, each.High95))),
                new ChartBand(words["Band", 80], Months(year, fan, divisor, each => (each.Low80, each.High80))),
                new ChartBand(words["Band", 50], Months(year, fan, divisor, each => (each.Low50, each.High50))),
            ],
            Expected = new ChartLine(words["Median"], Middle(fan, divisor)),
        };
    }

    private static decimal?[] Middle(IReadOnlyList<ForecastBands> fan, decimal divisor) =>
        [.. Enumerable.Range(1, 12).Select(month => fan.FirstOrDefault(each => each.Month.Month == month)?.Median / divisor)];

    /// <summary>The fan opens at the last known value.</summary>
    private static List<ChartBandMonth> Months(
        YearChartSpec year,
        IReadOnlyList<ForecastBands> fan,
        decimal divisor,
        Func<ForecastBands, (decimal Low, decimal High)> bounds)
    {
        int last = fan[0].Month.Month - 2;
        List<ChartBandMonth> months = last >= 0 && year.Actual.Values.ElementAtOrDefault(last) is { } known
            ? [new ChartBandMonth(last, known, known)]
            : [];
        foreach (ForecastBands each in fan)
        {
            (decimal low, decimal high) = bounds(each);
            months.Add(new ChartBandMonth(each.Month.Month - 1, low / divisor, high / divisor));
        }

        return months;
    }
}
