using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q302: a balance of at least 10 亿元 is gone a month later: often "not reported" written as zero.</summary>
public sealed class ZeroAfterPositive(RuleParameters parameters) : IRule
{
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.ZeroAfterPositive;

    public string Formula => "balance(before) < smallest ∨ balance(m) ≠ 0";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        EarlierValues earlier = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { Number: 0m } value && earlier.Before(figure) is { } before
                && before.Number >= _smallest)
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"> 0 ({before})");
            }
        }
    }
}
