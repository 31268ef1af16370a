using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q324: a bank does not file the values of the month before once more.</summary>
public sealed class ValuesAreNotCarriedForward(RuleParameters parameters) : IRule
{
    private readonly decimal _least = parameters.Number("least");

    public string Number => RuleNumbers.ValuesAreNotCarriedForward;

    public string Formula => "∃ balance(m) ≠ balance(m − 1)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Filing filing in file.BySeries.Filings)
        {
            List<Figure> balances = [.. filing.Figures.Where(
                figure => figure.Value is { Number: not 0m } && Balances.Are(figure, context))];
            if (balances.Count >= _least && balances.TrueForAll(
                figure => known.Before(figure, 1) == figure.Value!.Value.Number))
            {
                yield return new Finding(
                    Number, balances[0].Cell,
                    $"{filing.Bank} {filing.Month}: {balances.Count} × (m) = (m − 1)", Formula);
            }
        }
    }
}
