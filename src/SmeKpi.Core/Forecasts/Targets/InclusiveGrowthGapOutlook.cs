using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts.Targets;

/// <summary>M01.3 ahead: growth of inclusive loans minus growth of all loans, from flows drawn together.</summary>
internal sealed class InclusiveGrowthGapOutlook : ITargetOutlook
{
    public string Id => InclusiveGrowthGap.Id;

    public Unit UnitOf(int series) => Unit.Yuan;

    public MonthFlows? Flows(KpiInput input) =>
        BalanceFlows.InMonth(input, Balances.Inclusive(input, Id)) is { } inclusive
        && BalanceFlows.InMonth(input, Balances.All(input)) is { } all
            ? new MonthFlows([.. inclusive.Numbers, .. all.Numbers], inclusive.Synthetic || all.Synthetic)
            : null;

    public TargetFormula? Formula(KpiInput origin, YearMonth start, int months) =>
        LoanGrowthOutlook.Growth(origin, Balances.Inclusive(origin, Id), months) is { } inclusive
        && LoanGrowthOutlook.Growth(origin, Balances.All(origin), months) is { } all
            ? path => inclusive(Paths.Sum(path, 0, months)) is { } mine && all(Paths.Sum(path, 1, months)) is { } whole
                ? (mine - whole).ToPoints().Number
                : null
            : null;
}
