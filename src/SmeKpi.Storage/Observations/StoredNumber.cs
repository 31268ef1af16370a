using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Observations;

/// <summary>A quantity as the database keeps it: a whole number in the column of its unit. None is "not reported".</summary>
internal readonly record struct StoredNumber(long? AmountFen, long? Count, long? RateMillionths)
{
    private const decimal FenPerYuan = 100m;
    private const decimal MillionthsPerPercent = 10_000m;

    /// <returns>False when the number has more decimals or digits than are stored, or its unit is not a series' unit.</returns>
    public static bool TryFrom(Quantity? value, out StoredNumber stored)
    {
        stored = default;
        if (value is not { } quantity)
        {
            return true;
        }

        if (Scale(quantity.Unit) is not { } scale || !TryWhole(quantity.Number, scale, out long whole))
        {
            return false;
        }

        stored = quantity.Unit switch
        {
            Unit.Yuan => new StoredNumber(whole, null, null),
            Unit.Count => new StoredNumber(null, whole, null),
            _ => new StoredNumber(null, null, whole),
        };
        return true;
    }

    /// <summary>The smallest step that is stored of a unit, in that unit; null for units that no series has.</summary>
    public static decimal? Step(Unit unit) => Scale(unit) is { } scale ? 1m / scale : null;

    public Quantity? ToQuantity() => this switch
    {
        { AmountFen: { } fen } => new Quantity(fen / FenPerYuan, Unit.Yuan),
        { Count: { } count } => new Quantity(count, Unit.Count),
        { RateMillionths: { } millionths } => new Quantity(millionths / MillionthsPerPercent, Unit.Percent),
        _ => null,
    };

    private static decimal? Scale(Unit unit) => unit switch
    {
        Unit.Yuan => FenPerYuan,
        Unit.Count => 1m,
        Unit.Percent => MillionthsPerPercent,
        _ => null,
    };

    private static bool TryWhole(decimal number, decimal scale, out long whole)
    {
        whole = 0;
        if (number is > long.MaxValue or < long.MinValue)
        {
            return false;
        }

        decimal scaled = number * scale;
        if (scaled is > long.MaxValue or < long.MinValue || decimal.Truncate(scaled) != scaled)
        {
            return false;
        }

        whole = (long)scaled;
        return true;
    }
}
