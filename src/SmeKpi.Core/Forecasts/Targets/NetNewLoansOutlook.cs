using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts.Targets;

/// <summary>M01.1 ahead: the increase so far plus the flows to come.</summary>
internal sealed class NetNewLoansOutlook : ITargetOutlook
{
    public string Id => NetNewLoans.Id;

    public Unit UnitOf(int series) => Unit.Yuan;

    public MonthFlows? Flows(KpiInput input) => BalanceFlows.InMonth(input, Balances.All(input));

    public TargetFormula? Formula(KpiInput origin, YearMonth start, int months) =>
        BalanceFlows.Comparable(origin, Balances.All(origin), start.AddMonths(-1)) is { } known
            ? path => known.Closing - known.Base + Paths.Sum(path, 0, months)
            : null;
}
