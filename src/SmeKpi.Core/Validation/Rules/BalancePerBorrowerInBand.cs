using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// Q326: the average inclusive loan is one that this kind of borrower can have: the credit line ends at 10
/// million yuan.
/// </summary>
public sealed class BalancePerBorrowerInBand(RuleParameters parameters) : IRule
{
    private readonly decimal _lowest = parameters.Number("lowest");
    private readonly decimal _highest = parameters.Number("highest");

    public string Number => RuleNumbers.BalancePerBorrowerInBand;

    public string Formula => "lowest ≤ balance ÷ borrowers ≤ highest";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        FileTotals totals = new(file, context);
        foreach (Figure figure in FigureChecks.Of(file, ReportedSeries.Borrowers))
        {
            SeriesKey balance = FigureChecks.To(figure.Series, ReportedSeries.Inclusive);
            if (figure.Value is { Number: > 0m } borrowers && totals.Of(balance, figure.Month) is { Low: > 0m } total
                && (total.High < _lowest * borrowers.Number || total.Low > _highest * borrowers.Number))
            {
                yield return new Finding(Number, figure.Cell, $"{total} ÷ {borrowers}", $"{_lowest} .. {_highest}");
            }
        }
    }
}
