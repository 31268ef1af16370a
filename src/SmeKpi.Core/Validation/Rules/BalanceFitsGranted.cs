using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q329: a balance does not fall much in a month in which much was granted.</summary>
public sealed class BalanceFitsGranted(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.BalanceFitsGranted;

    public string Formula => "balance falls by less than share ∨ granted < share × balance(m − 1)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in FigureChecks.Of(file, ReportedSeries.AllLoans))
        {
            SeriesKey granted = FigureChecks.To(figure.Series, ReportedSeries.CorporateGranted);
            if (figure.Value is { } value && known.Before(figure, 1) is > 0m and { } before
                && before - value.Number > _share * before && known.Of(granted, figure.Month) is { } given
                && given > _share * before)
            {
                yield return new Finding(
                    Number, figure.Cell, $"{value}; {granted.Indicator} = {Interval.Exact(given)}",
                    $"{Interval.Exact(before)} − {FigureChecks.Percent(_share)}");
            }
        }
    }
}
