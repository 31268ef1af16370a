using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V216: a balance does not change eightfold from one month to the next; a file in 万元 filed as 亿元 does.</summary>
/// <remarks>Judged where the value before is at least 1 亿元, because small books may well multiply.</remarks>
public sealed class MagnitudeIsSteady : IRule
{
    private const decimal Step = 8m;
    private static readonly Money s_smallest = Money.FromYiYuan(1m);

    public string Number => RuleNumbers.Magnitude;

    public string Formula => "1/8 < balance(m) ÷ balance(before) < 8";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        EarlierValues earlier = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { Number: > 0m } value && earlier.Before(figure) is { } before
                && before.Number >= s_smallest.Yuan
                && (value.Number >= before.Number * Step || value.Number * Step <= before.Number))
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"{before} × (1/{Step} .. {Step})");
            }
        }
    }
}
