using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// Q333: two different indicators of a bank and area do not have the same amount: one was copied into the
/// other.
/// </summary>
public sealed class ValuesAreNotCopied(RuleParameters parameters) : IRule
{
    private readonly decimal _smallest = parameters.Number("smallest");
    private readonly decimal _round = parameters.Number("round");

    public string Number => RuleNumbers.ValuesAreNotCopied;

    public string Formula => "indicator₁ ≠ indicator₂ ⇒ amount₁ ≠ amount₂";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Filing filing in file.BySeries.Filings)
        {
            Dictionary<(string, decimal), Figure> seen = [];
            foreach (Figure figure in filing.Figures)
            {
                if (figure.Value is { Unit: Unit.Yuan } value && value.Number >= _smallest
                    && value.Number % _round != 0m
                    && !seen.TryAdd((figure.Series.Region, value.Number), figure)
                    && seen[(figure.Series.Region, value.Number)] is { } first
                    && first.Series.Indicator != figure.Series.Indicator)
                {
                    yield return new Finding(
                        Number, figure.Cell, $"{value}", $"≠ {first.Series.Indicator} ({first.Cell})");
                }
            }
        }
    }
}
