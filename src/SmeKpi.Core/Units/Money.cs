using System.Globalization;

namespace SmeKpi.Core.Units;

/// <summary>An amount of money in yuan; unrounded, may be negative.</summary>
public readonly record struct Money : IComparable<Money>
{
    private const decimal YuanPerWan = 10_000m;
    private const decimal YuanPerYi = 100_000_000m;

    private Money(decimal yuan) => Yuan = yuan;

    /// <summary>The amount in yuan (元).</summary>
    public decimal Yuan { get; }

    public static Money Zero => default;

    public static Money FromYuan(decimal yuan) => new(yuan);

    /// <param name="wan">The amount in 万元, ten thousand yuan.</param>
    public static Money FromWanYuan(decimal wan) => new(wan * YuanPerWan);

    /// <param name="yi">The amount in 亿元, a hundred million yuan.</param>
    public static Money FromYiYuan(decimal yi) => new(yi * YuanPerYi);

    public static Money operator +(Money left, Money right) => new(left.Yuan + right.Yuan);

    public static Money operator -(Money left, Money right) => new(left.Yuan - right.Yuan);

    public static bool operator <(Money left, Money right) => left.Yuan < right.Yuan;

    public static bool operator >(Money left, Money right) => left.Yuan > right.Yuan;

    public static bool operator <=(Money left, Money right) => left.Yuan <= right.Yuan;

    public static bool operator >=(Money left, Money right) => left.Yuan >= right.Yuan;

    /// <summary>This amount as a share of a whole.</summary>
    /// <returns>The unrounded share, or null when the whole is not above zero.</returns>
    public Percentage? ShareOf(Money whole) =>
        whole.Yuan > 0m ? Percentage.FromFraction(Yuan / whole.Yuan) : null;

    /// <summary>How much this amount exceeds a base, as a share of the base.</summary>
    /// <returns>The unrounded growth rate (增速), or null when the base is not above zero.</returns>
    public Percentage? GrowthOver(Money @base) =>
        @base.Yuan > 0m ? Percentage.FromFraction((Yuan / @base.Yuan) - 1m) : null;

    public Quantity ToQuantity() => new(Yuan, Unit.Yuan);

    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Yuan} CNY");
}
