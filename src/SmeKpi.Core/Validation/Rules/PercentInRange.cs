using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V251: a rate or share in percent lies within the range that a right unit can give.</summary>
public sealed class PercentInRange(RuleParameters parameters) : IRule
{
    private readonly decimal _lowest = parameters.Number("lowest");
    private readonly decimal _highest = parameters.Number("highest");

    public string Number => RuleNumbers.PercentInRange;

    public string Formula => "lowest ≤ percent ≤ highest";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { Unit: Unit.Percent } value && (value.Number < _lowest || value.Number > _highest))
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"{_lowest} .. {_highest}");
            }
        }
    }
}
