using System.Globalization;

namespace SmeKpi.Core.Units;

/// <summary>A level such as a growth rate, an NPL ratio or an annual interest rate; unrounded.</summary>
/// <remarks>Levels cannot be added. The difference of two levels is a <see cref="BasisPoints"/>.</remarks>
public readonly record struct Percentage : IComparable<Percentage>
{
    private Percentage(decimal fraction) => Fraction = fraction;

    /// <summary>The level as a fraction: 15 % is 0.15.</summary>
    public decimal Fraction { get; }

    public static Percentage FromFraction(decimal fraction) => new(fraction);

    /// <param name="percent">The level in hundredths: 15 is 15 %.</param>
    public static Percentage FromPercent(decimal percent) => new(percent / 100m);

    public static BasisPoints operator -(Percentage left, Percentage right) =>
        BasisPoints.FromFraction(left.Fraction - right.Fraction);

    public static bool operator <(Percentage left, Percentage right) => left.Fraction < right.Fraction;

    public static bool operator >(Percentage left, Percentage right) => left.Fraction > right.Fraction;

    public static bool operator <=(Percentage left, Percentage right) => left.Fraction <= right.Fraction;

    public static bool operator >=(Percentage left, Percentage right) => left.Fraction >= right.Fraction;

    /// <summary>This share of an amount.</summary>
    public Money Of(Money whole) => Money.FromYuan(Fraction * whole.Yuan);

    public Quantity ToQuantity() => new(Fraction * 100m, Unit.Percent);

    public int CompareTo(Percentage other) => Fraction.CompareTo(other.Fraction);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fraction * 100m} %");
}
