using SmeKpi.Core.Units;

namespace SmeKpi.Core.Sources;

/// <summary>A unit as a file names it: what is counted, and how many of that one is.</summary>
internal readonly record struct SourceUnit(Unit Kind, decimal Factor)
{
    // The database keeps whole fen in 64 bits.
    private const decimal LargestYuan = 90_000_000_000_000_000m;
    private const int PercentDecimals = 6;

    public static SourceUnit YiYuan => new(Unit.Yuan, 100_000_000m);

    public static SourceUnit Percent => new(Unit.Percent, 1m);

    /// <summary>The unit names of a tidy return, in Chinese and in English.</summary>
    public static IReadOnlyDictionary<string, SourceUnit> Names { get; } =
        new Dictionary<string, SourceUnit>(StringComparer.Ordinal)
        {
            ["元"] = new(Unit.Yuan, 1m),
            ["万元"] = new(Unit.Yuan, 10_000m),
            ["亿元"] = YiYuan,
            ["户"] = new(Unit.Count, 1m),
            ["%"] = Percent,
            ["yuan"] = new(Unit.Yuan, 1m),
            ["wan"] = new(Unit.Yuan, 10_000m),
            ["yi"] = YiYuan,
            ["count"] = new(Unit.Count, 1m),
            ["percent"] = Percent,
        };

    /// <summary>Yuan to the fen (half to even, for binary fractions that workbooks carry along), counts whole.</summary>
    /// <returns>Null when the number is too large, a count has a fraction or a percentage over six decimals.</returns>
    public Quantity? Convert(decimal number)
    {
        decimal value = number * Factor;
        return Kind switch
        {
            Unit.Yuan when decimal.Abs(value) <= LargestYuan => new(decimal.Round(value, 2), Unit.Yuan),
            Unit.Count when decimal.Truncate(value) == value => new(value, Unit.Count),
            Unit.Percent when decimal.Round(value, PercentDecimals) == value => new(value, Unit.Percent),
            _ => null,
        };
    }

    /// <summary>The smallest difference that the written digits show, after conversion; 0 for counts, which are exact.</summary>
    public decimal StepOf(decimal written) => Kind == Unit.Count ? 0m : Factor * new decimal(1, 0, 0, false, written.Scale);
}
