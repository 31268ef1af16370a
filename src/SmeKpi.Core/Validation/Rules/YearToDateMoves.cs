using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q340: what is counted since 1 January grows: the same value again is often the old one.</summary>
public sealed class YearToDateMoves(RuleParameters parameters) : IRule
{
    private readonly decimal _leastAmount = parameters.Number("least-amount");
    private readonly decimal _leastCount = parameters.Number("least-count");

    public string Number => RuleNumbers.YearToDateMoves;

    public string Formula => "ytd(m) ≠ ytd(m − 1), m > 1";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure is { Series.Bank: not null, Month.Month: > 1, Value: { } value }
                && value.Number >= (value.Unit == Unit.Count ? _leastCount : _leastAmount)
                && context.Indicators.GetValueOrDefault(figure.Series.Indicator)?.ValueType
                    == Statistics.ValueType.YearToDateFlow
                && known.Before(figure, 1) == value.Number)
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"≠ {value}");
            }
        }
    }
}
