using SmeKpi.Core.Forecasts.Targets;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts;

/// <summary>A forecast and the back-test that speaks for it or against it.</summary>
/// <param name="Test">Null where there is no forecast.</param>
public sealed record TestedForecast(TargetForecast Forecast, BackTest? Test);

/// <summary>The way from figures to a forecast: history → models from rolling origins → paths → bands and probability.</summary>
/// <remarks>Method: docs/adr/0016-forecasts.md.</remarks>
public static class ForecastMaker
{
    // Half a year of residuals: fewer cannot be drawn from.
    private const int FirstTested = SeriesTrials.FirstOrigin + 6;

    /// <summary>The forecasts of all judged targets from one month, in the order of the law.</summary>
    /// <param name="input">Of the city and the last month with figures.</param>
    /// <returns>Empty when the policy does not say how to forecast.</returns>
    public static IReadOnlyList<TestedForecast> Evaluate(KpiInput input) =>
        [.. OutlookCatalog.All.Select(target => Evaluate(target, input, tested: true)).OfType<TestedForecast>()];

    /// <summary>The same without back-tests, which take most of the time.</summary>
    public static IReadOnlyList<TargetForecast> Foretell(KpiInput input) =>
    [
        .. OutlookCatalog.All.Select(target => Evaluate(target, input, tested: false)).OfType<TestedForecast>()
            .Select(each => each.Forecast),
    ];

    /// <returns>Null for a provision that is not judged, and when the policy does not say how to forecast.</returns>
    public static TestedForecast? Evaluate(KpiInput input, string id) =>
        OutlookCatalog.All.FirstOrDefault(target => target.Id == id) is { } found
            ? Evaluate(found, input, tested: true)
            : null;

    private static TestedForecast? Evaluate(ITargetOutlook target, KpiInput input, bool tested)
    {
        if (input.Policy.Forecasts is not { } rules)
        {
            return null;
        }

        TargetHistory history = TargetHistory.Of(target, input);
        int months = 12 - input.Month.Month;
        ForecastGap? gap = history.Months == 0 ? ForecastGap.Incomplete
            : months == 0 ? ForecastGap.Final
            : history.Months < rules.FewestMonths ? ForecastGap.TooShort
            : null;
        TargetForecast none = new()
        {
            Id = target.Id,
            Month = input.Month,
            Region = input.Subject.Region,
            Gap = gap,
            HistoryMonths = history.Months,
            Synthetic = history.Synthetic,
        };
        return gap is null ? Simulate(target, input, rules, history, none, tested) : new TestedForecast(none, null);
    }

    private static TestedForecast Simulate(
        ITargetOutlook target, KpiInput input, ForecastRules rules, TargetHistory history, TargetForecast none, bool tested)
    {
        int months = 12 - input.Month.Month;
        SeriesTrials[] trials = [.. history.Series.Select(series => new SeriesTrials(series, rules.NewYear))];
        SeriesOutlook[] outlooks = [.. trials.Select(each => SeriesOutlook.Of(each, history.Months, months))];
        TargetFormula?[] formulas =
            [.. Enumerable.Range(1, months).Select(ahead => target.Formula(input, input.Month.StartOfYear, ahead))];
        if (formulas.Any(formula => formula is null)
            || Simulation.Run(outlooks, formulas!, months, rules.Paths, Seed(rules, input.Month)) is not { } ends)
        {
            return new TestedForecast(none with { Gap = ForecastGap.NotAssessable }, null);
        }

        Provision provision = input.Policy.Provision(target.Id);
        Quantity? goal = provision.TargetFor(new YearMonth(input.Month.Year, 12));
        TargetForecast forecast = none with
        {
            Target = goal,
            Probability = goal is { } number ? ends[^1].Share(provision.Compare, number.Number) : null,
            Fan = [.. ends.Select((end, at) => end.Bands(input.Month.AddMonths(at + 1)))],
            Series = [.. outlooks.Select((outlook, at) => new SeriesChoice(
                at, target.UnitOf(at), outlook.Choice.Model, outlook.Choice.Scores))],
        };
        return new TestedForecast(
            forecast, tested ? Test(target, input, rules, trials, provision.Compare, months) : null);
    }

    private static BackTest Test(
        ITargetOutlook target,
        KpiInput input,
        ForecastRules rules,
        SeriesTrials[] trials,
        Comparison? compare,
        int months)
    {
        YearMonth first = trials[0].Series.First;
        int flows = trials[0].Series.Flows.Count;
        List<PastForecast> past = [];
        for (int known = FirstTested; known + months <= flows; known++)
        {
            KpiInput origin = input with { Month = first.AddMonths(known - 1) };
            YearMonth end = origin.Month.AddMonths(months);
            if (target.Formula(origin, end.AddMonths(-11), months) is { } formula
                && Foretell(formula, rules, trials, known, months, origin.Month) is { } found)
            {
                past.Add(found);
            }
        }

        decimal? threshold = past.Count == 0 ? null : Quantiles.Of([.. past.Select(each => each.Real).Order()], 0.5m);
        return new BackTest(
            target.Id,
            input.Month,
            months,
            threshold,
            [
                .. past.Select(each => new BackTestOrigin(
                    each.Month,
                    each.Simulated.Bands(each.Month.AddMonths(months)),
                    each.Real,
                    each.Simulated.Share(compare, threshold!.Value),
                    Simulation.IsMet(compare, each.Real, threshold.Value))),
            ]);
    }

    private static PastForecast? Foretell(
        TargetFormula formula, ForecastRules rules, SeriesTrials[] trials, int known, int months, YearMonth month)
    {
        SeriesOutlook[] outlooks = [.. trials.Select(each => SeriesOutlook.Of(each, known, months))];
        double[][] real = [.. trials.Select(each => each.Series.Flows.Skip(known).Take(months).ToArray())];
        return Simulation.Run(outlooks, [formula], months, rules.Paths / 2, Seed(rules, month)) is [var simulated]
            && formula(real) is { } value
                ? new PastForecast(month, simulated, value)
                : null;
    }

    /// <summary>All targets of a month are drawn alike; another month is drawn afresh.</summary>
    private static ulong Seed(ForecastRules rules, YearMonth month) =>
        ((ulong)(uint)rules.Seed << 32) + (ulong)month.Number;

    private sealed record PastForecast(YearMonth Month, Simulation Simulated, decimal Real);
}
