using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts.Targets;

/// <summary>M08.1 ahead: amounts granted and the rate they bear, from which the interest of each month follows.</summary>
/// <remarks>
/// The second series is the change of the month's weighted rate, not the interest: amount and interest apart would give
/// rates that no bank ever asked. The year's rate is Σ interest ÷ Σ granted, never a mean of rates.
/// </remarks>
internal sealed class CorporateRateDropOutlook : ITargetOutlook
{
    public string Id => CorporateRateDrop.Id;

    public Unit UnitOf(int series) => series == 0 ? Unit.Yuan : Unit.BasisPoints;

    public MonthFlows? Flows(KpiInput input)
    {
        YearMonth before = input.Month.AddMonths(-1);
        IReadOnlyList<ResolvedFigure> figures = input.Resolve(
            Interest(before), Granted(before), Interest(input.Month), Granted(input.Month));
        return BalanceFlows.AreComplete(figures)
            && Rate(figures[0].Number!.Value, figures[1].Number!.Value) is { } old
            && Rate(figures[2].Number!.Value, figures[3].Number!.Value) is { } rate
                ? new MonthFlows(
                    [figures[3].Number!.Value, (rate - old).Number], figures.Any(figure => figure.Synthetic))
                : null;
    }

    public TargetFormula? Formula(KpiInput origin, YearMonth start, int months)
    {
        YearMonth end = origin.Month.AddMonths(months);
        YearMonth[] before = [.. start.AddMonths(-12).Through(start.AddMonths(-1))];
        YearMonth[] now = [.. start.Through(origin.Month)];
        IReadOnlyList<ResolvedFigure> figures = origin.Resolve(
            [.. before.Concat(now).SelectMany<YearMonth, FigureRequest>(month => [Interest(month), Granted(month)])]);
        if (now.Length == 0 || end < start || !BalanceFlows.AreComplete(figures))
        {
            return null;
        }

        int split = before.Length * 2;
        Percentage? last = Rate(Sum(figures.Take(split), 0), Sum(figures.Take(split), 1));
        decimal interest = Sum(figures.Skip(split), 0);
        decimal granted = Sum(figures.Skip(split), 1);
        return last is { } high && Rate(figures[^2].Number!.Value, figures[^1].Number!.Value) is { } rate
            ? path => Drop(high, interest, granted, (double)rate.Fraction, path, months)
            : null;
    }

    private static decimal? Drop(
        Percentage high, decimal interest, decimal granted, double rate, IReadOnlyList<double[]> path, int months)
    {
        double moreInterest = 0;
        double moreGranted = 0;
        for (int month = 0; month < months; month++)
        {
            // What is granted cannot be less than nothing, unlike a net increase.
            double amount = Math.Max(0, path[0][month]);
            rate += path[1][month] / 10_000;
            moreInterest += amount * rate;
            moreGranted += amount;
        }

        return Rate(interest + (decimal)moreInterest, granted + (decimal)moreGranted) is { } low
            ? (high - low).ToBasisPoints().Number
            : null;
    }

    private static FigureRequest Interest(YearMonth month) =>
        new(IndicatorCodes.LoansCorporateInterest, ScopeCodes.None, month);

    private static FigureRequest Granted(YearMonth month) =>
        new(IndicatorCodes.LoansCorporateGranted, ScopeCodes.None, month);

    private static Percentage? Rate(decimal interest, decimal granted) =>
        Money.FromYuan(interest).ShareOf(Money.FromYuan(granted));

    /// <summary>Interest and amounts granted stand in pairs.</summary>
    private static decimal Sum(IEnumerable<ResolvedFigure> pairs, int place) =>
        pairs.Where((_, at) => at % 2 == place).Sum(figure => figure.Number!.Value);
}
