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

    private Dictionary<int, Figure> Of(SeriesKey series) => _figures.GetValueOrDefault(series, s_none);
}
