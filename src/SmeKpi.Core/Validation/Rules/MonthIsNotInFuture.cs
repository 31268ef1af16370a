using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V252: no bank can report a month that has not begun. Each such month is reported once.</summary>
public sealed class MonthIsNotInFuture : IRule
{
    public string Number => RuleNumbers.MonthIsNotInFuture;

    public string Formula => "month ≤ today";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        HashSet<YearMonth> reported = [];
        foreach (Figure figure in file.Figures)
        {
            if (figure.Series.Bank is not null && figure.Month > context.Today && reported.Add(figure.Month))
            {
                yield return new Finding(Number, figure.Cell, $"{figure.Month}", $"≤ {context.Today}");
            }
        }
    }
}
