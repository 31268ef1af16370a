using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// M405: the share of one bank in the city's loans does not move by more than two points in a month.
/// </summary>
public sealed class BankShareIsSteady(RuleParameters parameters) : IRule
{
    // Before it there is no month to go back to.
    private const int FirstYear = 1900;

    private readonly decimal _points = parameters.Number("points");

    public string Number => RuleNumbers.BankShareIsSteady;

    public string Formula => "|bank ÷ city (m) − bank ÷ city (m − 1)| ≤ points";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        BankCity city = new(file, context);
        foreach ((SeriesKey total, YearMonth month, decimal value, SourceCell? cell)
            in city.Totals(IndicatorCodes.LoansAll))
        {
            decimal? before = month.Year == FirstYear
                ? null
                : city.Published(total, total.Indicator, month.AddMonths(-1));
            if (value <= 0m || before is null or <= 0m)
            {
                continue;
            }

            foreach (Bank bank in context.Master.OpenIn(month))
            {
                decimal? now = city.OfBank(total, bank.Code, month) / value;
                decimal? then = city.OfBank(total, bank.Code, month.AddMonths(-1)) / before;
                if (now - then > _points || then - now > _points)
                {
                    yield return new Finding(
                        Number, cell, $"{bank.Code} {month}: {FigureChecks.Percent(now!.Value)}",
                        $"{FigureChecks.Percent(then!.Value)} ± {FigureChecks.Percent(_points)}");
                }
            }
        }
    }
}
