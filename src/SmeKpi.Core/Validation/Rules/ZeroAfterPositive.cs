using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q302: a balance of at least 10 亿元 is gone a month later: often "not reported" written as zero.</summary>
public sealed class ZeroAfterPositive : IRule
{
    private static readonly Money s_smallest = Money.FromYiYuan(10m);

    public string Number => RuleNumbers.ZeroAfterPositive;

    public string Formula => "balance(before) < 10^9 ∨ balance(m) ≠ 0";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        EarlierValues earlier = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { Number: 0m } value && earlier.Before(figure) is { } before
                && before.Number >= s_smallest.Yuan)
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"> 0 ({before})");
            }
        }
    }
}
