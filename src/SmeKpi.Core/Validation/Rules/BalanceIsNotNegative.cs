using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V213: only net flows and adjustments may be negative; the indicator says whether it is one.</summary>
public sealed class BalanceIsNotNegative : IRule
{
    public string Number => RuleNumbers.Negative;

    public string Formula => "value ≥ 0";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { Number: < 0m } value
                && context.Indicators.GetValueOrDefault(figure.Series.Indicator) is { MayBeNegative: false })
            {
                yield return new Finding(Number, figure.Cell, $"{value}", Formula);
            }
        }
    }
}
