using System.Globalization;

namespace SmeKpi.Core.Units;

/// <summary>All numbers that a rounded number may stand for (舍入区间): v shown in steps of s stands for [v − s/2, v + s/2].</summary>
/// <remarks>
/// Rounded figures are compared by what is possible: a sum of rounded parts may miss the rounded total without anyone
/// having made a mistake, but only by half a step for each of them.
/// </remarks>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>A number about which there is no doubt.</summary>
    public static Interval Exact(decimal number) => new(number, number);

    /// <param name="step">The smallest difference that the source can show; 0 when the number is exact.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public static Interval Shown(decimal number, decimal step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return new Interval(number - (step / 2m), number + (step / 2m));
    }

    public static Interval operator +(Interval left, Interval right) => new(left.Low + right.Low, left.High + right.High);

    public static Interval operator -(Interval left, Interval right) => new(left.Low - right.High, left.High - right.Low);

    /// <summary>The sum of the intervals; exactly 0 for none.</summary>
    public static Interval Sum(IEnumerable<Interval> parts) =>
        parts.Aggregate(Exact(0m), (sum, part) => sum + part);

    /// <summary>Widened by a factor; a negative one turns the interval round.</summary>
    public Interval Times(decimal factor) =>
        factor < 0m ? new(High * factor, Low * factor) : new(Low * factor, High * factor);

    /// <summary>Whether both may stand for the same number.</summary>
    public bool CanEqual(Interval other) => Low <= other.High && other.Low <= High;

    /// <summary>Whether this may be no more than the other.</summary>
    public bool CanBeAtMost(Interval other) => Low <= other.High;

    /// <summary>Whether this may be zero.</summary>
    public bool CanBeZero => Low <= 0m && High >= 0m;

    /// <summary>The middle, with half the width where there is one: 5 ± 0.5.</summary>
    public override string ToString()
    {
        decimal middle = (Low + High) / 2m;
        return Low == High
            ? string.Create(CultureInfo.InvariantCulture, $"{middle:0.######}")
            : string.Create(CultureInfo.InvariantCulture, $"{middle:0.######} ± {(High - Low) / 2m:0.######}");
    }
}
