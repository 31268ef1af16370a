using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Figures;

/// <summary>Which figures are balances in yuan (余额): those whose size can be compared between months.</summary>
internal static class Balances
{
    /// <summary>
    /// Whether its size can be judged by that of another month: items of the national table swing for their own reasons.
    /// </summary>
    public static bool AreLocal(Figure figure, CheckContext context) =>
        Are(figure, context) && context.Master.FindRegion(figure.Series.Region)?.Kind != RegionKind.Nation;

    public static bool Are(Figure figure, CheckContext context) =>
        context.Indicators.GetValueOrDefault(figure.Series.Indicator)
            is { ValueType: Statistics.ValueType.Stock, Unit: Unit.Yuan };
}
