using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// Q330: a bank that has reported before begins a new series: often another series has got a wrong code.
/// </summary>
public sealed class SeriesIsFamiliar : IRule
{
    public string Number => RuleNumbers.SeriesIsFamiliar;

    public string Formula => "series(m) ⊆ series(before)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        HashSet<(string, string, string)> reported = [];
        foreach (Figure figure in file.Figures)
        {
            if (figure is { Series.Bank: { } bank, Value.Number: > 0m }
                && context.Indicators.GetValueOrDefault(figure.Series.Indicator)?.ValueType
                    == Statistics.ValueType.Stock
                && reported.Add((bank, figure.Series.Indicator, figure.Series.Scope))
                && IsNew(figure, context.Stored, bank))
            {
                yield return new Finding(
                    Number, figure.Cell, $"{figure.Series.Indicator} {figure.Series.Scope}", Formula);
            }
        }
    }

    private static bool IsNew(Figure figure, StatisticsSnapshot stored, string bank)
    {
        IReadOnlyList<SeriesKey> series = stored.SeriesOf(bank);
        return series.Count > 0
            && !series.Any(known => known.Indicator == figure.Series.Indicator && known.Scope == figure.Series.Scope)
            && series.Any(known => stored.Months(known).Keys.Any(month => month < figure.Month));
    }
}
