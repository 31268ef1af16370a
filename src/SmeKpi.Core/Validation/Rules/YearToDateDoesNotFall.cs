using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V240: what is counted since 1 January (本年累计) does not fall within a year.</summary>
public sealed class YearToDateDoesNotFall : IRule
{
    public string Number => RuleNumbers.YearToDateDoesNotFall;

    public string Formula => "ytd(m) ≥ ytd(m − 1), m > 1";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Month.Month > 1 && figure.Shown is { } shown
                && context.Indicators.GetValueOrDefault(figure.Series.Indicator)?.ValueType
                    == Statistics.ValueType.YearToDateFlow
                && known.Before(figure, 1) is { } before && !Interval.Shown(before, figure.Step).CanBeAtMost(shown))
            {
                yield return new Finding(Number, figure.Cell, $"{figure.Value}", $"≥ {Interval.Exact(before)}");
            }
        }
    }
}
