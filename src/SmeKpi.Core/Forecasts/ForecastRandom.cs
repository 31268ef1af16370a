namespace SmeKpi.Core.Forecasts;

/// <summary>Numbers that look random and are the same on every machine and in every version of .NET.</summary>
/// <remarks>Method: SplitMix64 (Steele, Lea, Flood 2014).</remarks>
internal sealed class ForecastRandom(ulong seed)
{
    // Below it the approximation of χ² breaks down; the widening is at most eightfold.
    private const double LeastRoot = 0.25;

    private ulong _state = seed;

    /// <returns>A whole number from 0 up to but not including <paramref name="bound"/>.</returns>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>
    /// By how much to widen a course whose spread is known from few independent stretches of the past only: the square
    /// root of degrees ÷ χ², which turns a normal distribution into Student's.
    /// </summary>
    /// <remarks>χ² by the cube of a normal (Wilson and Hilferty 1931), the normal by twelve uniform draws.</remarks>
    public double Widening(double degrees)
    {
        double normal = -6;
        for (int draw = 0; draw < 12; draw++)
        {
            normal += (Next() >> 11) / (double)(1UL << 53);
        }

        double variance = 2 / (9 * degrees);
        double root = Math.Max(LeastRoot, 1 - variance + (normal * Math.Sqrt(variance)));
        return 1 / Math.Sqrt(root * root * root);
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong value = _state;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
