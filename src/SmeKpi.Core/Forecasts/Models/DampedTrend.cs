namespace SmeKpi.Core.Forecasts.Models;

/// <summary>阻尼趋势: exponential smoothing with an additive trend that flattens out, beside the effects of the months.</summary>
/// <remarks>
/// Error-correction form: level += φ·trend + α·error, trend = φ·trend + α·β·error. The weights are those of a small grid
/// with the least squared one-month errors. Method: Gardner and McKenzie, Management Science 31 (1985), 1237 – 1246.
/// </remarks>
internal static class DampedTrend
{
    private static readonly double[] s_level = [0.05, 0.1, 0.2, 0.4, 0.7];
    private static readonly double[] s_trend = [0, 0.1, 0.3];
    private static readonly double[] s_damping = [0.8, 0.9, 0.98];

    /// <returns>Null with less than a year.</returns>
    public static double[]? Forecast(ReadOnlySpan<double> flows, int months)
    {
        if (flows.Length < 12)
        {
            return null;
        }

        double[] effects = MonthEffects.Of(flows);
        double[] adjusted = new double[flows.Length];
        for (int at = 0; at < adjusted.Length; at++)
        {
            adjusted[at] = flows[at] - effects[Place(at, flows.Length)];
        }

        Smoothing best = new(0, 0, double.PositiveInfinity, 0);
        foreach (double level in s_level)
        {
            foreach (double trend in s_trend)
            {
                foreach (double damping in s_damping)
                {
                    Smoothing tried = Smooth(adjusted, level, trend, damping);
                    best = tried.SquaredErrors < best.SquaredErrors ? tried : best;
                }
            }
        }

        return [.. Ahead(best, months).Select((flow, month) => flow + effects[month % 12])];
    }

    /// <summary>Which effect belongs to a flow: the month after the last one has the first.</summary>
    private static int Place(int at, int count) => (((at - count) % 12) + 12) % 12;

    private static Smoothing Smooth(ReadOnlySpan<double> flows, double alpha, double beta, double damping)
    {
        double level = Mean(flows[..12]);
        double trend = 0;
        double squared = 0;
        foreach (double flow in flows)
        {
            double expected = level + (damping * trend);
            double error = flow - expected;
            squared += error * error;
            level = expected + (alpha * error);
            trend = (damping * trend) + (alpha * beta * error);
        }

        return new Smoothing(level, trend, squared, damping);
    }

    private static double[] Ahead(Smoothing smoothing, int months)
    {
        double[] ahead = new double[months];
        double level = smoothing.Level;
        double trend = smoothing.Trend;
        for (int month = 0; month < months; month++)
        {
            trend *= smoothing.Damping;
            level += trend;
            ahead[month] = level;
        }

        return ahead;
    }

    private static double Mean(ReadOnlySpan<double> flows)
    {
        double sum = 0;
        foreach (double flow in flows)
        {
            sum += flow;
        }

        return sum / flows.Length;
    }

    private readonly record struct Smoothing(double Level, double Trend, double SquaredErrors, double Damping);
}
