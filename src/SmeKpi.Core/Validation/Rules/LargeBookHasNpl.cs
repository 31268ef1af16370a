using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// Q328: a large book without any non-performing loan is rare: often "not reported" written as zero.
/// </summary>
public sealed class LargeBookHasNpl(RuleParameters parameters) : IRule
{
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.LargeBookHasNpl;

    public string Formula => "balance < smallest ∨ npl > 0";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        FileTotals totals = new(file, context);
        foreach (Figure figure in file.BySeries.OfIndicator(IndicatorCodes.LoansAllNpl))
        {
            SeriesKey loans = figure.Series with { Indicator = IndicatorCodes.LoansAll };
            if (figure.Value is { Number: 0m } npl && totals.Of(loans, figure.Month) is { } balance
                && balance.Low >= _smallest)
            {
                yield return new Finding(Number, figure.Cell, $"{npl}", $"> 0 ({balance})");
            }
        }
    }
}
