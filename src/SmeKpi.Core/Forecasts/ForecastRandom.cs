namespace SmeKpi.Core.Forecasts;

/// <summary>Numbers that look random and are the same on every machine and in every version of .NET.</summary>
/// <remarks>Method: SplitMix64 (Steele, Lea, Flood 2014).</remarks>
internal sealed class ForecastRandom(ulong seed)
{
    private ulong _state = seed;

    /// <returns>A whole number from 0 up to but not including <paramref name="bound"/>.</returns>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

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
