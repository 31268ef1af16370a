namespace SmeKpi.Core.Forecasts;

/// <summary>Draws courses of the months ahead: expected flow plus the residual of a month of the past.</summary>
/// <remarks>
/// Residual bootstrap. For every month ahead one month of the past is drawn for all series of a target together, so that
/// what moves together stays together. A flow may be negative. The past holds only so many stretches as long as the one
/// ahead: each path is widened as Student's distribution with that many degrees of freedom is.
/// </remarks>
internal static class PathSimulator
{
    private const double FewestDegrees = 2;

    /// <param name="series">Of one target; their residuals end in the same month.</param>
    /// <param name="each">Takes each path: flows by series, then by month ahead. The arrays are used again for the next.</param>
    public static void Run(
        IReadOnlyList<SeriesOutlook> series, int months, int paths, ulong seed, Action<int, IReadOnlyList<double[]>> each)
    {
        ForecastRandom random = new(seed);
        int past = series.Min(outlook => outlook.Residuals.Length);
        double degrees = Math.Max(FewestDegrees, past / (double)months);
        double[][] path = [.. series.Select(_ => new double[months])];
        for (int number = 0; number < paths; number++)
        {
            double widening = random.Widening(degrees);
            for (int month = 0; month < months; month++)
            {
                int drawn = past - random.Below(past);
                for (int at = 0; at < path.Length; at++)
                {
                    path[at][month] = series[at].Expected[month] + (widening * series[at].Residuals[^drawn]);
                }
            }

            each(number, path);
        }
    }
}
