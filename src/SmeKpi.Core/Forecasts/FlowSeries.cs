using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts;

/// <summary>Monthly flows of one series without a gap: increments of a balance, amounts granted, changes of a rate.</summary>
/// <remarks>
/// double, here and in all of this folder: what is simulated is an estimate, and the methods are those of statistics.
/// Figures come in as decimals through the target's history, and results leave as quantities through
/// <see cref="ForecastMaker"/>; whether a path meets the target is decided in decimals.
/// </remarks>
/// <param name="First">The month of the first flow.</param>
public sealed record FlowSeries(YearMonth First, IReadOnlyList<double> Flows)
{
    public YearMonth Last => First.AddMonths(Flows.Count - 1);
}
