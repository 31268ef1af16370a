using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation;

/// <summary>The figures of a file, to be found by series and month; of several for one month the first.</summary>
public sealed class FigureIndex
{
    private static readonly Dictionary<int, Figure> s_none = [];

    // Months as whole numbers: dictionaries of them come compiled with the framework, and files are often read by a
    // process that has only just started.
    private readonly Dictionary<SeriesKey, Dictionary<int, Figure>> _figures = [];
    private readonly Dictionary<string, List<Figure>> _ofIndicator = new(StringComparer.Ordinal);
    private IReadOnlyList<Filing>? _filings;

    /// <param name="figures">Of one file, in its order.</param>
    public FigureIndex(IReadOnlyList<Figure> figures)
    {
        Figures = figures;
        foreach (Figure figure in figures)
        {
            if (!_figures.TryGetValue(figure.Series, out Dictionary<int, Figure>? months))
            {
                _figures.Add(figure.Series, months = []);
            }

            months.TryAdd(figure.Month.Number, figure);
            AddToIndicator(figure);
        }
    }

    /// <summary>All figures, in the order of the file.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>Each series of the file once.</summary>
    public IReadOnlyCollection<SeriesKey> Series => _figures.Keys;

    /// <returns>The figures of a series by <see cref="YearMonth.Number"/>; empty when the file has none.</returns>
    public IReadOnlyDictionary<int, Figure> Months(SeriesKey series) => Of(series);

    /// <returns>Null when the file has no such figure.</returns>
    public Figure? Find(SeriesKey series, YearMonth month) => Of(series).GetValueOrDefault(month.Number);

    /// <summary>The figures of an indicator in every scope, of all banks and areas, in the order of the file.</summary>
    public IReadOnlyList<Figure> OfIndicator(string indicator) => _ofIndicator.GetValueOrDefault(indicator) ?? [];

    /// <summary>What each bank gives for each month, in the order of the file; published totals are left out.</summary>
    public IReadOnlyList<Filing> Filings => _filings ??=
    [
        .. Figures.Where(figure => figure.Series.Bank is not null)
            .GroupBy(figure => (figure.Series.Bank, figure.Month.Number))
            .Select(group => new Filing(group.Key.Bank!, group.First().Month, [.. group])),
    ];

    private void AddToIndicator(Figure figure)
    {
        if (!_ofIndicator.TryGetValue(figure.Series.Indicator, out List<Figure>? figures))
        {
            _ofIndicator.Add(figure.Series.Indicator, figures = []);
        }

        figures.Add(figure);
    }

    private Dictionary<int, Figure> Of(SeriesKey series) => _figures.GetValueOrDefault(series, s_none);
}

/// <summary>What a file gives for one bank and month.</summary>
public sealed record Filing(string Bank, YearMonth Month, IReadOnlyList<Figure> Figures);
