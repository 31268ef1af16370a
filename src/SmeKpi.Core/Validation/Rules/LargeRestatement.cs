using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q303: a value already stored for the same month changes by more than a fifth of it.</summary>
public sealed class LargeRestatement(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.LargeRestatement;

    public string Formula => "|value − stored| ≤ share × |stored|";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { } value && context.Stored.Find(figure.Series, figure.Month)?.Value is { } stored
                && decimal.Abs(value.Number - stored.Number) > _share * decimal.Abs(stored.Number))
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"{stored} ± {FigureChecks.Percent(_share)}");
            }
        }
    }
}
