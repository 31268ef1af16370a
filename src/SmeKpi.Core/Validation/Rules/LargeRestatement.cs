using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q303: a value already stored for the same month changes by more than a fifth of it.</summary>
public sealed class LargeRestatement : IRule
{
    private const decimal Share = 0.2m;

    public string Number => RuleNumbers.LargeRestatement;

    public string Formula => "|value − stored| ≤ 20 % × |stored|";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { } value && context.Stored.Find(figure.Series, figure.Month)?.Value is { } stored
                && decimal.Abs(value.Number - stored.Number) > Share * decimal.Abs(stored.Number))
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"{stored} ± 20 %");
            }
        }
    }
}
