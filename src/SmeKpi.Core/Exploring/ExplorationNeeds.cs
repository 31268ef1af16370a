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
        // The city is the sum of all its parts, whichever of them whoever asks may see.
        bool everyArea = isShare || ofCity || (!seesEveryBank && frame.Areas.Any(area => area.Code != frame.City));
        return Plain(frame) with
        {
            Areas = everyArea ? null : [.. frame.Areas.Select(area => area.Code)],
            Banks = frame.OfTotals || isShare || !seesEveryBank ? null : [string.Empty, .. frame.Banks.SelectMany(bank => WithPredecessors(frame.Master, bank)).Distinct()],
        };
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

    private static IEnumerable<string> WithPredecessors(MasterData master, Bank bank) =>
        [bank.Code, .. master.PredecessorsOf(bank.Code).SelectMany(each => WithPredecessors(master, each))];
}
