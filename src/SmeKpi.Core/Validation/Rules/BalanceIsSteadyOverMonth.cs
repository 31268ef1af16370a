using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q320: a balance of some size changes little from one month to the next.</summary>
public sealed class BalanceIsSteadyOverMonth(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.BalanceIsSteadyOverMonth;

    public string Formula => "|balance(m) − balance(m − 1)| ≤ share × balance(m − 1)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { Unit: Unit.Yuan, Number: > 0m } value
                && Balances.AreLocal(figure, context)
                && known.Before(figure, 1) is > 0m and { } before
                && decimal.Max(value.Number, before) >= _smallest
                && decimal.Abs(value.Number - before) > _share * before)
            {
                yield return new Finding(
                    Number, figure.Cell, $"{value}", $"{Interval.Exact(before)} ± {FigureChecks.Percent(_share)}");
            }
        }
    }
}
