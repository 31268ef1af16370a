using System.Globalization;

namespace SmeKpi.Core.Units;

/// <summary>The difference of two levels (基点, 百分点); unrounded, may be negative.</summary>
public readonly record struct BasisPoints : IComparable<BasisPoints>
{
    private BasisPoints(decimal fraction) => Fraction = fraction;

    /// <summary>The difference as a fraction: 30 BP is 0.0030.</summary>
    public decimal Fraction { get; }

    /// <summary>The difference in hundredths of a percentage point.</summary>
    public decimal Number => Fraction * 10_000m;

    /// <summary>The difference in percentage points.</summary>
    public decimal Points => Fraction * 100m;

    public static BasisPoints FromFraction(decimal fraction) => new(fraction);

    public static BasisPoints FromBasisPoints(decimal number) => new(number / 10_000m);

    public static BasisPoints FromPercentagePoints(decimal points) => new(points / 100m);

    public static BasisPoints operator -(BasisPoints left, BasisPoints right) => new(left.Fraction - right.Fraction);

    public static BasisPoints operator +(BasisPoints left, BasisPoints right) => new(left.Fraction + right.Fraction);

    public static bool operator <(BasisPoints left, BasisPoints right) => left.Fraction < right.Fraction;

    public static bool operator >(BasisPoints left, BasisPoints right) => left.Fraction > right.Fraction;

    public static bool operator <=(BasisPoints left, BasisPoints right) => left.Fraction <= right.Fraction;

    public static bool operator >=(BasisPoints left, BasisPoints right) => left.Fraction >= right.Fraction;

    public Quantity ToBasisPoints() => new(Number, Unit.BasisPoints);

    public Quantity ToPoints() => new(Points, Unit.Points);

    public int CompareTo(BasisPoints other) => Fraction.CompareTo(other.Fraction);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} BP");
}
