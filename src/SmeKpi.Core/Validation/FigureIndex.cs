using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation;

/// <summary>The figures of a few indicators in a file, to be found by series and month.</summary>
internal sealed class FigureIndex
{
    private readonly Dictionary<(SeriesKey, YearMonth), Figure> _figures = [];

    public FigureIndex(ParsedFile file, params IReadOnlyList<string> indicators)
    {
        foreach (Figure figure in file.Figures)
        {
            if (indicators.Contains(figure.Series.Indicator, StringComparer.Ordinal))
            {
                _figures[(figure.Series, figure.Month)] = figure;
            }
        }
    }

    /// <returns>Null when the file has no such figure or leaves it empty.</returns>
    public Quantity? Value(SeriesKey series, YearMonth month) => _figures.GetValueOrDefault((series, month))?.Value;
}
