using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V214: inclusive loans are part of all loans of the same bank, area and month, so they cannot be larger.</summary>
/// <remarks>Compared with RMB and foreign currency, to which inclusive loans belong; with RMB when the file has no more.</remarks>
public sealed class InclusiveMseWithinAllLoans : IRule
{
    public string Number => RuleNumbers.InclusiveMseWithinAllLoans;

    public string Formula => $"{IndicatorCodes.LoansInclusiveMse} ≤ {IndicatorCodes.LoansAll}";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        CompanionValues all = new(file, part => Whole(part, ScopeCodes.RmbFx));
        CompanionValues rmb = new(file, part => Whole(part, ScopeCodes.Rmb));
        foreach (Figure figure in file.BySeries.OfIndicator(IndicatorCodes.LoansInclusiveMse))
        {
            if (figure.Shown is { } part && (all.Beside(figure) ?? rmb.Beside(figure)) is { } total
                && !part.CanBeAtMost(total.Shown!.Value))
            {
                yield return new Finding(Number, figure.Cell, $"{figure.Value}", $"≤ {total.Value}");
            }
        }
    }

    private static SeriesKey Whole(SeriesKey part, string scope) =>
        part with { Indicator = IndicatorCodes.LoansAll, Scope = scope };
}
