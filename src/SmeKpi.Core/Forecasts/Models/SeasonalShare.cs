namespace SmeKpi.Core.Forecasts.Models;

/// <summary>季节占比: the last twelve months' total, spread as the years before spread theirs.</summary>
/// <remarks>
/// Share of a month = Σ of its flows ÷ Σ of all flows over up to five whole years before the origin. Method: ratio to
/// total, as in the seasonal pacing of progress reports; Hyndman and Athanasopoulos, Forecasting: Principles and Practice.
/// </remarks>
internal static class SeasonalShare
{
    private const int MostYears = 5;

    // Shares of a total whose ups and downs cancel each other mean nothing.
    private const double LeastNet = 0.5;

    /// <returns>Null with less than a year, or where increases and decreases nearly cancel.</returns>
    public static double[]? Forecast(ReadOnlySpan<double> flows, int months)
    {
        int years = Math.Min(flows.Length / 12, MostYears);
        double[] ahead = new double[12];
        double total = 0;
        double size = 0;
        double lastYear = 0;
        for (int lag = 1; lag <= years * 12; lag++)
        {
            double flow = flows[^lag];
            ahead[11 - ((lag - 1) % 12)] += flow;
            total += flow;
            size += Math.Abs(flow);
            lastYear += lag <= 12 ? flow : 0;
        }

        return years == 0 || size == 0 || Math.Abs(total) < LeastNet * size
            ? null
            : [.. Enumerable.Range(0, months).Select(month => ahead[month % 12] / total * lastYear)];
    }
}
