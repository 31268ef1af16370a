using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q343: the average loan to a first-time borrower (首贷户) is one that such a borrower can get.</summary>
public sealed class FirstLoanSizeInBand(RuleParameters parameters) : IRule
{
    private readonly decimal _lowest = parameters.Number("lowest");
    private readonly decimal _highest = parameters.Number("highest");

    public string Number => RuleNumbers.FirstLoanSizeInBand;

    public string Formula => "lowest ≤ granted ÷ borrowers ≤ highest";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Figure figure in FigureChecks.Of(file, ReportedSeries.FirstBorrowers))
        {
            SeriesKey series = FigureChecks.To(figure.Series, ReportedSeries.FirstGranted);
            if (figure.Value is { Number: > 0m } borrowers
                && file.BySeries.Find(series, figure.Month)?.Shown is { Low: > 0m } granted
                && (granted.High < _lowest * borrowers.Number || granted.Low > _highest * borrowers.Number))
            {
                yield return new Finding(Number, figure.Cell, $"{granted} ÷ {borrowers}", $"{_lowest} .. {_highest}");
            }
        }
    }
}
