namespace SmeKpi.Web.Charts;

/// <summary>The value axis: from where to where.</summary>
internal static class ChartScale
{
    private const double Air = 0.11;

    /// <summary>All values and levels with some air; from zero where zero is near enough.</summary>
    public static (double Low, double High) Of(YearChartSpec spec)
    {
        decimal[] values = [.. Values(spec)];
        if (values.Length == 0)
        {
            return (0, 1);
        }

        double low = (double)values.Min();
        double high = (double)values.Max();
        double air = Math.Max((high - low) * Air, Math.Max(Math.Abs(high) * 0.01, 1e-6));
        bool fromZero = low >= 0 && low <= 0.5 * high;
        bool toZero = high <= 0 && high >= 0.5 * low;
        return (fromZero ? 0 : low - air, toZero ? 0 : high + air);
    }

    private static IEnumerable<decimal> Values(YearChartSpec spec)
    {
        ChartLine?[] lines =
            [spec.Actual, spec.YearBefore, spec.LinearPace, spec.SeasonalPace, spec.Expected, .. spec.Beside];
        ChartLevel?[] levels = [spec.Target, spec.Limit];
        return lines.SelectMany(line => line?.Values ?? []).OfType<decimal>()
            .Concat(spec.Bands.SelectMany(band => band.Months).SelectMany(month => new[] { month.Low, month.High }))
            .Concat(levels.OfType<ChartLevel>().Select(level => level.Value));
    }
}
