using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>One value of one series for one month, as read from one cell of a file.</summary>
/// <param name="Value">In the indicator's own unit (yuan, count or percent); null means "not reported".</param>
public sealed record Figure(SeriesKey Series, YearMonth Month, Quantity? Value, SourceCell Cell)
{
    /// <summary>
    /// The smallest difference that the digits in the file can show, in the unit of the value: 100 for 万元 with two
    /// decimals. 0 when the value is taken as exact.
    /// </summary>
    public decimal Step { get; init; }

    /// <summary>All numbers that the value may stand for; null when there is none.</summary>
    public Interval? Shown => Value is { } value ? Interval.Shown(value.Number, Step) : null;

    // How finely a value was written is no part of what it says: the database does not keep it.
    public bool Equals(Figure? other) => other is not null
        && Series == other.Series && Month == other.Month && Value == other.Value && Cell == other.Cell;

    public override int GetHashCode() => HashCode.Combine(Series, Month, Value, Cell);
}
