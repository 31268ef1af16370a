using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V214: inclusive loans are part of all loans of the same bank, area and month, so they cannot be larger.</summary>
/// <remarks>Compared with RMB and foreign currency, to which inclusive loans belong; with RMB when the file has no more.</remarks>
public sealed class InclusiveMseWithinAllLoans : IRule
{
    public string Number => RuleNumbers.InclusiveMseWithinAllLoans;

    public string Formula => $"{IndicatorCodes.LoansInclusiveMse} ≤ {IndicatorCodes.LoansAll}";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        FigureIndex all = new(file, IndicatorCodes.LoansAll);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Series.Indicator != IndicatorCodes.LoansInclusiveMse || figure.Value is not { } part)
            {
                continue;
            }

            SeriesKey whole = figure.Series with { Indicator = IndicatorCodes.LoansAll, Scope = ScopeCodes.RmbFx };
            Quantity? value = all.Value(whole, figure.Month)
                ?? all.Value(whole with { Scope = ScopeCodes.Rmb }, figure.Month);
            if (value is { } total && part.Number > total.Number)
            {
                yield return new Finding(Number, figure.Cell, $"{part}", $"≤ {total}");
            }
        }
    }
}
