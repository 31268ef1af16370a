using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts.Targets;

/// <summary>Balances and their comparable changes; what entered or left the statistics is no flow.</summary>
internal static class BalanceFlows
{
    /// <summary>Changes of balances in the month, all of the same origin.</summary>
    /// <param name="balances">Indicator, scope and the indicator of coverage adjustments, null where there is none.</param>
    public static MonthFlows? InMonth(KpiInput input, params IReadOnlyList<Balance> balances)
    {
        YearMonth before = input.Month.AddMonths(-1);
        IReadOnlyList<ResolvedFigure> figures = input.Resolve(
        [
            .. balances.Select(balance => balance.In(before)), .. balances.Select(balance => balance.In(input.Month)),
        ]);
        return !AreComplete(figures) ? null : new MonthFlows(
            [
                .. balances.Select((balance, at) =>
                    figures[balances.Count + at].Number!.Value - figures[at].Number!.Value
                    - Adjustments(input, balance, figures[at].Origin, before, input.Month)),
            ],
            figures.Any(figure => figure.Synthetic));
    }

    /// <summary>A balance and its comparable base: the base plus what entered the statistics up to the origin.</summary>
    /// <returns>Null when either is missing or incomplete.</returns>
    public static (decimal Base, decimal Closing)? Comparable(KpiInput origin, Balance balance, YearMonth @base)
    {
        IReadOnlyList<ResolvedFigure> figures = origin.Resolve(balance.In(@base), balance.In(origin.Month));
        return !AreComplete(figures) ? null : (
            figures[0].Number!.Value + Adjustments(origin, balance, figures[0].Origin, @base, origin.Month),
            figures[1].Number!.Value);
    }

    public static bool AreComplete(IEnumerable<ResolvedFigure> figures) =>
        figures.All(figure => figure is { Number: not null, IsComplete: true });

    private static decimal Adjustments(KpiInput input, Balance balance, Origin origin, YearMonth after, YearMonth upTo) =>
        balance.Adjustment is not { } indicator ? 0m : input.Figures
            .Adjustments(input.Subject, origin, indicator, balance.Scope, after, upTo)
            .Sum(each => each.Number!.Value);
}

internal sealed record Balance(string Indicator, string Scope, string? Adjustment)
{
    public FigureRequest In(YearMonth month) => new(Indicator, Scope, month);
}
