using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Exploring;

/// <summary>Which sheets of figures a question is answered from.</summary>
public static class ExplorationNeeds
{
    /// <summary>Every indicator in every scope that it is asked for in, and its months in order.</summary>
    /// <remarks>
    /// Whole sheets, whomever the question is about: the city is the sum of all its parts, and whether a group is small is
    /// found from all of it.
    /// </remarks>
    public static IEnumerable<FigureRequest> Of(ExplorationFrame frame) =>
        from indicator in frame.Indicators
        let months = frame.Months
            .SelectMany(month => MeasureMaker.MonthsOf(frame.Question.Measure, indicator.ValueType, month))
            .Distinct().Order().ToList()
        from scope in ScopesOf(frame, indicator)
        from month in months
        select new FigureRequest(indicator.Code, scope, month);

    private static IEnumerable<string> ScopesOf(ExplorationFrame frame, Indicator indicator) => frame.Question.Scopes.Count == 0
        ? [indicator.DefaultScope]
        : frame.Scopes.Select(scope => scope.Code).Where(indicator.Scopes.Contains);
}
