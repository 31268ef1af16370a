using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>Which stored values a question is answered from.</summary>
/// <param name="Areas">Null for all of them.</param>
/// <param name="Banks">Null for all of them; an empty code is the published total.</param>
/// <param name="Months">In order; those between two of them that nobody asks for are left out.</param>
public sealed record ExplorationNeeds(
    IReadOnlyList<string> Indicators,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string>? Areas,
    IReadOnlyList<string>? Banks,
    IReadOnlyList<YearMonth> Months)
{
    /// <summary>Everything that may count.</summary>
    /// <param name="seesEveryBank">Whoever does not: whether a group is small is found from all of it.</param>
    public static ExplorationNeeds Of(ExplorationFrame frame, bool seesEveryBank)
    {
        bool ofCity = frame.Areas.Any(area => area.Kind is not (RegionKind.County or RegionKind.Zone));
        bool isShare = frame.Question.Measure == ExplorationMeasure.ShareOfTotal;
        bool everyArea = isShare || (ofCity && frame.Areas.Count > 1) || (!seesEveryBank && frame.Areas.Any(area => area.Code != frame.City));
        return Plain(frame) with
        {
            Areas = everyArea ? null : ofCity ? [.. frame.Areas.Select(area => area.Code), .. PartsOf(frame)] : [.. frame.Areas.Select(area => area.Code)],
            Banks = frame.OfTotals || isShare || !seesEveryBank ? null : [string.Empty, .. frame.Banks.SelectMany(bank => WithPredecessors(frame.Master, bank)).Distinct()],
        };
    }

    /// <summary>The published totals alone: all that is needed where <see cref="AreAllPublished"/> says so.</summary>
    /// <returns>Null when banks are asked for.</returns>
    public static ExplorationNeeds? OfPublished(ExplorationFrame frame, bool seesEveryBank) =>
        !frame.OfTotals || (!seesEveryBank && frame.Areas.Any(area => area.Code != frame.City)) ? null : Plain(frame) with
        {
            Areas = AreasOf(frame),
            Banks = [string.Empty],
        };

    /// <summary>Whether every total that the question needs is published, so that no bank counts.</summary>
    public static bool AreAllPublished(ExplorationFrame frame, StatisticsSnapshot published) => (
        from indicator in frame.Indicators
        from scope in ScopesOf(frame, indicator)
        from area in AreasOf(frame)
        let series = new SeriesKey(indicator.Code, scope, null, area)
        from month in frame.Months
        from needed in MeasureMaker.MonthsOf(frame.Question.Measure, indicator.ValueType, month)
        select published.Find(series, needed)).All(known => known is { Value: not null });

    private static IReadOnlyList<string> AreasOf(ExplorationFrame frame)
    {
        IEnumerable<string> areas = frame.Areas.Select(area => area.Code);
        return [.. (frame.Question.Measure == ExplorationMeasure.ShareOfTotal ? areas.Append(frame.City) : areas).Distinct()];
    }

    private static ExplorationNeeds Plain(ExplorationFrame frame)
    {
        IEnumerable<YearMonth> months = frame.Indicators.Select(indicator => indicator.ValueType).Distinct()
            .SelectMany(type => frame.Months.SelectMany(month => MeasureMaker.MonthsOf(frame.Question.Measure, type, month)));
        return new ExplorationNeeds(
            [.. frame.Indicators.Select(indicator => indicator.Code)],
            [.. frame.Indicators.SelectMany(indicator => ScopesOf(frame, indicator)).Distinct()],
            Areas: null,
            Banks: null,
            [.. months.Distinct().Order()]);
    }

    private static IEnumerable<string> ScopesOf(ExplorationFrame frame, Indicator indicator) => frame.Question.Scopes.Count == 0
        ? [indicator.DefaultScope]
        : frame.Scopes.Select(scope => scope.Code).Where(indicator.Scopes.Contains);

    private static IEnumerable<string> PartsOf(ExplorationFrame frame) =>
        frame.Master.CountiesOf(frame.City).Select(area => area.Code);

    private static IEnumerable<string> WithPredecessors(MasterData master, Bank bank) =>
        [bank.Code, .. master.PredecessorsOf(bank.Code).SelectMany(each => WithPredecessors(master, each))];
}
