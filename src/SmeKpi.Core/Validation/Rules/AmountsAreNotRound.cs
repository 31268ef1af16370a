using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q325: not all balances of a bank are round: such figures are estimates.</summary>
public sealed class AmountsAreNotRound(RuleParameters parameters) : IRule
{
    private readonly decimal _unit = parameters.Number("unit");
    private readonly decimal _least = parameters.Number("least");

    public string Number => RuleNumbers.AmountsAreNotRound;

    public string Formula => "∃ balance ≠ n × unit";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Filing filing in file.BySeries.Filings)
        {
            List<Figure> balances = [.. filing.Figures.Where(figure => figure.Step < _unit
                && figure.Value is { Number: not 0m } && Balances.Are(figure, context))];
            if (balances.Count >= _least && balances.TrueForAll(figure => figure.Value!.Value.Number % _unit == 0m))
            {
                yield return new Finding(
                    Number, balances[0].Cell, $"{filing.Bank} {filing.Month}: {balances.Count} × n × {_unit}", Formula);
            }
        }
    }
}
