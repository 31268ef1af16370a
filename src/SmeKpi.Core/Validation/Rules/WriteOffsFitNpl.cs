using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q334: what is written off (核销) in a month was non-performing before.</summary>
public sealed class WriteOffsFitNpl(RuleParameters parameters) : IRule
{
    private readonly decimal _factor = parameters.Number("factor");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.WriteOffsFitNpl;

    public string Formula => "written_off(m) ≤ factor × npl(m − 1)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in file.BySeries.OfIndicator(IndicatorCodes.LoansAllWrittenOff))
        {
            Figure npl = figure with { Series = figure.Series with { Indicator = IndicatorCodes.LoansAllNpl } };
            if (figure.Value is { } value && value.Number >= _smallest && known.Before(npl, 1) is { } before
                && value.Number > _factor * before)
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"≤ {_factor} × {Interval.Exact(before)}");
            }
        }
    }
}
