namespace SmeKpi.Core.Forecasts.Models;

/// <summary>月份效应: how far a calendar month usually lies above or below the mean of its year.</summary>
/// <remarks>
/// Mean deviation over whole years, drawn towards zero as far as it may be chance: effect × (1 − variance of its mean ÷
/// variance of all effects), as James and Stein (1961) shrink means.
/// </remarks>
internal static class MonthEffects
{
    private const int MostYears = 5;

    /// <param name="flows">At least one year.</param>
    /// <returns>Twelve effects: the first belongs to the month after the last flow. All zero with less than two years.</returns>
    public static double[] Of(ReadOnlySpan<double> flows)
    {
        int years = Math.Min(flows.Length / 12, MostYears);
        double[] effects = new double[12];
        if (years < 2)
        {
            return effects;
        }

        double[,] deviations = Deviations(flows, years);
        for (int month = 0; month < 12; month++)
        {
            for (int year = 0; year < years; year++)
            {
                effects[month] += deviations[year, month] / years;
            }
        }

        double chance = Chance(deviations, effects, years);
        double spread = effects.Sum(effect => effect * effect) / 11;
        double kept = spread == 0 ? 0 : Math.Max(0, 1 - (chance / spread));
        return [.. effects.Select(effect => effect * kept)];
    }

    /// <summary>Each flow minus the mean of its twelve months; years run back from the last flow.</summary>
    private static double[,] Deviations(ReadOnlySpan<double> flows, int years)
    {
        double[,] deviations = new double[years, 12];
        for (int year = 0; year < years; year++)
        {
            ReadOnlySpan<double> months = flows.Slice(flows.Length - ((year + 1) * 12), 12);
            double mean = 0;
            foreach (double flow in months)
            {
                mean += flow / 12;
            }

            for (int month = 0; month < 12; month++)
            {
                deviations[year, month] = months[month] - mean;
            }
        }

        return deviations;
    }

    /// <summary>The variance that the mean of a month would have if months had no effect of their own.</summary>
    private static double Chance(double[,] deviations, double[] effects, int years)
    {
        double squared = 0;
        for (int year = 0; year < years; year++)
        {
            for (int month = 0; month < 12; month++)
            {
                double rest = deviations[year, month] - effects[month];
                squared += rest * rest;
            }
        }

        return squared / (11.0 * (years - 1)) / years;
    }
}
