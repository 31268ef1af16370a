using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts.Targets;

/// <summary>M01.2 ahead: the balance so far plus the flows to come, over the comparable balance of a year before.</summary>
internal sealed class LoanGrowthOutlook : ITargetOutlook
{
    public string Id => LoanGrowth.Id;

    public Unit UnitOf(int series) => Unit.Yuan;

    public MonthFlows? Flows(KpiInput input) => BalanceFlows.InMonth(input, Balances.All(input));

    public TargetFormula? Formula(KpiInput origin, YearMonth start, int months) =>
        Growth(origin, Balances.All(origin), months) is { } growth
            ? path => growth(Paths.Sum(path, 0, months))?.ToQuantity().Number
            : null;

    /// <summary>Growth year on year at the end of the months ahead, given the sum of their flows.</summary>
    internal static Func<decimal, Percentage?>? Growth(KpiInput origin, Balance balance, int months) =>
        BalanceFlows.Comparable(origin, balance, origin.Month.AddMonths(months - 12)) is { } known
            ? flows => Money.FromYuan(known.Closing + flows).GrowthOver(Money.FromYuan(known.Base))
            : null;
}
