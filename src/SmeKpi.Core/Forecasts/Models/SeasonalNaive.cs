namespace SmeKpi.Core.Forecasts.Models;

/// <summary>季节朴素: each month as the same month a year before.</summary>
/// <remarks>Method: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, "seasonal naïve method".</remarks>
internal static class SeasonalNaive
{
    /// <returns>Null with less than a year.</returns>
    public static double[]? Forecast(ReadOnlySpan<double> flows, int months)
    {
        if (flows.Length < 12)
        {
            return null;
        }

        double[] lastYear = flows[^12..].ToArray();
        return [.. Enumerable.Range(0, months).Select(month => lastYear[month % 12])];
    }
}
