using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation;

/// <summary>For balances in yuan: the nearest value of the three months before, in the file or else stored.</summary>
internal sealed class EarlierValues
{
    private const int MonthsBack = 3;

    // Before it there is no month to go back to.
    private const int FirstYear = 1900;

    private readonly Dictionary<SeriesKey, Dictionary<YearMonth, Quantity?>> _inFile = [];

    private readonly CheckContext _context;

    public EarlierValues(ParsedFile file, CheckContext context)
    {
        _context = context;
        foreach (Figure figure in file.Figures.Where(IsBalance))
        {
            if (!_inFile.TryGetValue(figure.Series, out Dictionary<YearMonth, Quantity?>? months))
            {
                _inFile.Add(figure.Series, months = []);
            }

            months[figure.Month] = figure.Value;
        }
    }

    /// <returns>Null when the figure is empty, no balance in yuan, or nothing is known of the three months before.</returns>
    public Quantity? Before(Figure figure)
    {
        if (figure.Value is null || figure.Month.Year == FirstYear || !_inFile.TryGetValue(figure.Series, out Dictionary<YearMonth, Quantity?>? months))
        {
            return null;
        }

        for (int back = 1; back <= MonthsBack; back++)
        {
            YearMonth month = figure.Month.AddMonths(-back);
            Quantity? value = months.GetValueOrDefault(month) ?? _context.Stored.Find(figure.Series, month)?.Value;
            if (value is not null)
            {
                return value;
            }
        }

        return null;
    }

    private bool IsBalance(Figure figure) => _context.Indicators.GetValueOrDefault(figure.Series.Indicator)
        is { ValueType: Statistics.ValueType.Stock, Unit: Unit.Yuan };
}
