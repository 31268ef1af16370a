using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q336: the number of borrowers changes little from one month to the next.</summary>
public sealed class BorrowersAreSteady(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");
    private readonly decimal _least = parameters.Number("least");

    public string Number => RuleNumbers.BorrowersAreSteady;

    public string Formula => "|borrowers(m) − borrowers(m − 1)| ≤ share × borrowers(m − 1)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in file.BySeries.OfIndicator(ReportedSeries.Borrowers.Code))
        {
            if (figure.Value is { } value && known.Before(figure, 1) is { } before && before >= _least
                && decimal.Abs(value.Number - before) > _share * before)
            {
                yield return new Finding(
                    Number, figure.Cell, $"{value}", $"{Interval.Exact(before)} ± {FigureChecks.Percent(_share)}");
            }
        }
    }
}
