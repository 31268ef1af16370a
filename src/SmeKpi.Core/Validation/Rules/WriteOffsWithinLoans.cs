using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V263: what was written off (核销) in a month was lent before it began.</summary>
public sealed class WriteOffsWithinLoans : IRule
{
    public string Number => RuleNumbers.WriteOffsWithinLoans;

    public string Formula => "written_off(m) ≤ balance(m − 1)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in file.BySeries.OfIndicator(IndicatorCodes.LoansAllWrittenOff))
        {
            Figure balance = figure with { Series = figure.Series with { Indicator = IndicatorCodes.LoansAll } };
            if (figure.Shown is { } shown && known.Before(balance, 1) is { } before
                && !shown.CanBeAtMost(Interval.Shown(before, figure.Step)))
            {
                yield return new Finding(Number, figure.Cell, $"{figure.Value}", $"≤ {Interval.Exact(before)}");
            }
        }
    }
}
