namespace SmeKpi.Core.Demo;

/// <summary>Numbers that look random and depend only on the seed and on what they are asked for.</summary>
/// <remarks>Keyed instead of drawn in a row, so that one more month or bank changes no other number. The mixing step
/// is SplitMix64 (Steele, Lea, Flood 2014); integers and decimals only: the same bytes on every machine.</remarks>
internal sealed class DemoRandom(ulong seed)
{
    private const int Steps = 1_000_000;

    /// <returns>A value between minus and plus <paramref name="width"/>, evenly spread.</returns>
    public decimal Spread(decimal width, string what, string who, int when = 0) =>
        width * (Below((2 * Steps) + 1, what, who, when) - Steps) / Steps;

    /// <returns>A whole number from 0 up to but not including <paramref name="bound"/>.</returns>
    public int Below(int bound, string what, string who, int when = 0)
    {
        ulong state = Mix(seed);
        state = Mix(state ^ Fold(what));
        state = Mix(state ^ Fold(who));
        return (int)(Mix(state ^ (ulong)when) % (ulong)bound);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    private static ulong Fold(string text)
    {
        ulong folded = (ulong)text.Length;
        foreach (char character in text)
        {
            folded = Mix(folded ^ character);
        }

        return folded;
    }
}
