using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q331: a bank gives the indicators that it gave in each of the last months.</summary>
public sealed class UsualIndicatorsAreGiven(RuleParameters parameters) : IRule
{
    // Before it there is no month to go back to.
    private const int FirstYear = 1900;

    private readonly decimal _months = parameters.Number("months");
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.UsualIndicatorsAreGiven;

    public string Formula => "indicators(m − 1) ∩ … ∩ indicators(m − months) ⊆ indicators(m)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        IEnumerable<Filing> newest = file.BySeries.Filings.GroupBy(filing => filing.Bank)
            .Select(group => group.MaxBy(filing => filing.Month)!);
        foreach (Filing filing in newest)
        {
            HashSet<(string, string)> given =
                [.. filing.Figures.Select(figure => (figure.Series.Indicator, figure.Series.Scope))];
            List<(string Indicator, string Scope)> usual = Usual(filing, file, context.Stored);
            if (given.Count < _share * usual.Count)
            {
                continue;
            }

            foreach ((string indicator, string scope) in usual.Where(series => !given.Contains(series)))
            {
                yield return new Finding(Number, null, $"{filing.Bank} {filing.Month}: –", $"{indicator} {scope}");
            }
        }
    }

    // What an earlier file gave for the same month is not missed.
    private List<(string Indicator, string Scope)> Usual(Filing filing, ParsedFile file, StatisticsSnapshot stored)
    {
        if (filing.Month.Year == FirstYear)
        {
            return [];
        }

        int months = (int)_months;
        return
        [
            .. file.BySeries.Series.Where(series => series.Bank == filing.Bank).Union(stored.SeriesOf(filing.Bank))
                .GroupBy(series => (series.Indicator, series.Scope))
                .Where(group => Enumerable.Range(1, months).All(
                        back => group.Any(series => IsKnown(series, filing.Month.AddMonths(-back))))
                    && !group.Any(series => stored.Find(series, filing.Month) is { Value: not null }))
                .Select(group => group.Key),
        ];

        bool IsKnown(SeriesKey series, YearMonth month) => file.BySeries.Find(series, month)?.Value is not null
            || stored.Find(series, month) is { Value: not null };
    }
}
