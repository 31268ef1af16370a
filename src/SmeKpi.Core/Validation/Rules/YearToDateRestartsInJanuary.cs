using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V241: what is counted since 1 January starts anew: January alone does not reach the whole year before.
/// </summary>
public sealed class YearToDateRestartsInJanuary(RuleParameters parameters) : IRule
{
    private readonly decimal _leastAmount = parameters.Number("least-amount");
    private readonly decimal _leastCount = parameters.Number("least-count");

    public string Number => RuleNumbers.YearToDateRestartsInJanuary;

    public string Formula => "ytd(January) < ytd(December)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Month.Month == 1 && figure.Value is { } value
                && context.Indicators.GetValueOrDefault(figure.Series.Indicator)?.ValueType
                    == Statistics.ValueType.YearToDateFlow
                && known.Before(figure, 1) is { } december
                && december >= (value.Unit == Unit.Count ? _leastCount : _leastAmount)
                && value.Number >= december)
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"< {Interval.Exact(december)}");
            }
        }
    }
}
