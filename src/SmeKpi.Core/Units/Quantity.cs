using System.Globalization;

namespace SmeKpi.Core.Units;

/// <summary>A number with its unit, for tables in which values of different kinds stand together.</summary>
/// <remarks>Unrounded. Arithmetic belongs to <see cref="Money"/>, <see cref="Percentage"/> and <see cref="BasisPoints"/>.</remarks>
public readonly record struct Quantity(decimal Number, Unit Unit)
{
    /// <summary>This quantity as an amount of money.</summary>
    /// <exception cref="InvalidOperationException">The unit is not <see cref="Unit.Yuan"/>.</exception>
    public Money ToMoney() => Unit == Unit.Yuan
        ? Money.FromYuan(Number)
        : throw new InvalidOperationException($"A quantity in {Unit} is no amount of money.");

    /// <summary>The distance from another quantity of the same unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public Quantity Minus(Quantity other) => Unit == other.Unit
        ? this with { Number = Number - other.Number }
        : throw new InvalidOperationException($"{other.Unit} cannot be taken from {Unit}.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Unit}");
}
