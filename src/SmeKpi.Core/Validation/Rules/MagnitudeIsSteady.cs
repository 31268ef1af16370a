using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V216: a balance does not change eightfold from one month to the next; a file in 万元 filed as 亿元 does.</summary>
/// <remarks>Judged where the value before is at least 1 亿元, because small books may well multiply.</remarks>
public sealed class MagnitudeIsSteady(RuleParameters parameters) : IRule
{
    private readonly decimal _step = parameters.Number("step");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.Magnitude;

    public string Formula => "1/step < balance(m) ÷ balance(before) < step";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        EarlierValues earlier = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { Number: > 0m } value && earlier.Before(figure) is { } before
                && before.Number >= _smallest
                && (value.Number >= before.Number * _step || value.Number * _step <= before.Number))
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"{before} × (1/{_step} .. {_step})");
            }
        }
    }
}
