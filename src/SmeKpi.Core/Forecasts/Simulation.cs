using SmeKpi.Core.Forecasts.Targets;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts;

/// <summary>Simulated values of a target at the end of some months ahead.</summary>
internal sealed class Simulation
{
    private readonly decimal[] _sorted;

    private Simulation(IEnumerable<decimal> values) => _sorted = [.. values.Order()];

    /// <summary>Runs every path through the formula of each month ahead: sums of paths, never sums of bounds.</summary>
    /// <returns>One for each formula; null when a value of a path cannot be assessed.</returns>
    public static IReadOnlyList<Simulation>? Run(
        IReadOnlyList<SeriesOutlook> series, IReadOnlyList<TargetFormula> formulas, int months, int paths, ulong seed)
    {
        decimal?[][] values = [.. formulas.Select(_ => new decimal?[paths])];
        PathSimulator.Run(series, months, paths, seed, (number, path) =>
        {
            for (int at = 0; at < formulas.Count; at++)
            {
                values[at][number] = formulas[at](path);
            }
        });
        return values.Any(each => each.Any(value => value is null))
            ? null
            : [.. values.Select(each => new Simulation(each.Select(value => value!.Value)))];
    }

    public ForecastBands Bands(YearMonth month) => new(
        month, At(0.025m), At(0.1m), At(0.25m), At(0.5m), At(0.75m), At(0.9m), At(0.975m));

    /// <summary>The share of paths that are at least, or at most, as large as a number; exactly on it counts.</summary>
    public decimal Share(Comparison? compare, decimal number) => (decimal)_sorted.Count(value => IsMet(compare, value, number))
        / _sorted.Length;

    public static bool IsMet(Comparison? compare, decimal value, decimal number) =>
        compare == Comparison.AtMost ? value <= number : value >= number;

    private decimal At(decimal share) => Quantiles.Of(_sorted, share);
}
