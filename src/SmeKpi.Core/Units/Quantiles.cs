namespace SmeKpi.Core.Units;

/// <summary>Quantiles of sorted values.</summary>
internal static class Quantiles
{
    /// <param name="sorted">Ascending; not empty.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <remarks>Interpolates between neighbours: definition 7 of Hyndman and Fan (1996).</remarks>
    public static decimal Of(IReadOnlyList<decimal> sorted, decimal share)
    {
        decimal place = share * (sorted.Count - 1);
        int below = (int)decimal.Floor(place);
        int above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
