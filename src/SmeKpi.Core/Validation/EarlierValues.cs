using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation;

/// <summary>For balances in yuan: the nearest value of the three months before, in the file or else stored.</summary>
internal sealed class EarlierValues(ParsedFile file, CheckContext context)
{
    private const int MonthsBack = 3;

    // Before it there is no month to go back to.
    private const int FirstYear = 1900;

    /// <returns>Null when the figure is empty, no balance in yuan, or nothing is known of the three months before.</returns>
    public Quantity? Before(Figure figure)
    {
        if (figure.Value is null || figure.Month.Year == FirstYear || !IsBalance(figure))
        {
            return null;
        }

        IReadOnlyDictionary<int, Figure> inFile = file.BySeries.Months(figure.Series);
        for (int back = 1; back <= MonthsBack; back++)
        {
            YearMonth month = figure.Month.AddMonths(-back);
            Quantity? value = inFile.GetValueOrDefault(month.Number)?.Value
                ?? context.Stored.Find(figure.Series, month)?.Value;
            if (value is not null)
            {
                return value;
            }
        }

        return null;
    }

    private bool IsBalance(Figure figure) => context.Indicators.GetValueOrDefault(figure.Series.Indicator)
        is { ValueType: Statistics.ValueType.Stock, Unit: Unit.Yuan };
}
