using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts.Targets;

/// <summary>M10.1 ahead: two NPL ratios, from the flows of their four balances drawn together.</summary>
internal sealed class NplGapOutlook : ITargetOutlook
{
    public string Id => NplGap.Id;

    public Unit UnitOf(int series) => Unit.Yuan;

    public MonthFlows? Flows(KpiInput input) => BalanceFlows.InMonth(input, Four(input));

    public TargetFormula? Formula(KpiInput origin, YearMonth start, int months)
    {
        IReadOnlyList<ResolvedFigure> figures =
            origin.Resolve([.. Four(origin).Select(balance => balance.In(origin.Month))]);
        return BalanceFlows.AreComplete(figures) ? Gap : null;

        decimal? Gap(IReadOnlyList<double[]> path) => Ratio(path, 0, 1) is { } inclusive && Ratio(path, 2, 3) is { } all
            ? (inclusive - all).ToPoints().Number
            : null;

        Percentage? Ratio(IReadOnlyList<double[]> path, int npl, int balance) => Level(path, npl).ShareOf(Level(path, balance));

        // A balance of bad loans cannot fall below nothing.
        Money Level(IReadOnlyList<double[]> path, int series) =>
            Money.FromYuan(Math.Max(0m, figures[series].Number!.Value + Paths.Sum(path, series, months)));
    }

    private Balance[] Four(KpiInput input) =>
    [
        Balances.InclusiveNpl(input, Id), Balances.Inclusive(input, Id), Balances.AllNpl(input), Balances.All(input),
    ];
}
