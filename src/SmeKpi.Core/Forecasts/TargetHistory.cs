using SmeKpi.Core.Forecasts.Targets;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts;

/// <summary>The monthly flows of a target's series up to a month, without a gap, all equally long.</summary>
/// <param name="Series">Empty when the month's own figures are missing or incomplete.</param>
internal sealed record TargetHistory(IReadOnlyList<FlowSeries> Series, bool Synthetic)
{
    private const int MostMonths = 120;

    public int Months => Series.Count == 0 ? 0 : Series[0].Flows.Count;

    /// <summary>Goes back from the month to the first gap, at most ten years.</summary>
    public static TargetHistory Of(ITargetOutlook target, KpiInput input)
    {
        List<MonthFlows> months = [];
        while (months.Count < MostMonths
            && target.Flows(input with { Month = input.Month.AddMonths(-months.Count) }) is { } flows)
        {
            months.Add(flows);
        }

        months.Reverse();
        YearMonth first = input.Month.AddMonths(1 - months.Count);
        return new TargetHistory(
            months.Count == 0 ? [] :
            [
                .. Enumerable.Range(0, months[0].Numbers.Count).Select(series => new FlowSeries(
                    first, [.. months.Select(month => (double)month.Numbers[series])])),
            ],
            months.Exists(month => month.Synthetic));
    }
}
