using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts.Targets;

/// <summary>How one target is carried on into the months ahead: from which flows, and by which formula.</summary>
/// <remarks>The formulas are those of the ruling readings in Kpis/; a test holds them against the real Decembers.</remarks>
internal interface ITargetOutlook
{
    string Id { get; }

    /// <summary>The unit of the flows of each series.</summary>
    Unit UnitOf(int series);

    /// <summary>What the figures of one month say about its flows.</summary>
    /// <returns>One flow for each series, in a fixed order; null when a figure is missing or incomplete.</returns>
    MonthFlows? Flows(KpiInput input);

    /// <summary>The value of the target after some months ahead, given their flows.</summary>
    /// <param name="origin">The last month with figures.</param>
    /// <param name="start">The first month of the year that counts: January, or in a back-test any month.</param>
    /// <param name="months">The number of months ahead, at least one.</param>
    /// <returns>Null when a figure that is needed is missing or incomplete.</returns>
    TargetFormula? Formula(KpiInput origin, YearMonth start, int months);
}

/// <param name="path">Flows by series, then by month ahead.</param>
/// <returns>The value in the provision's unit; null when a denominator is not above zero.</returns>
internal delegate decimal? TargetFormula(IReadOnlyList<double[]> path);

internal sealed record MonthFlows(IReadOnlyList<decimal> Numbers, bool Synthetic);

internal static class Paths
{
    /// <summary>The sum of a series over the first months ahead, as an exact number from here on.</summary>
    public static decimal Sum(IReadOnlyList<double[]> path, int series, int months)
    {
        double sum = 0;
        for (int month = 0; month < months; month++)
        {
            sum += path[series][month];
        }

        return (decimal)sum;
    }
}
