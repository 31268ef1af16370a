using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation;

/// <summary>The values of the series in a file that stand beside others, as a whole beside its part.</summary>
/// <param name="companion">Names the series that belongs to a series; asked once for each.</param>
internal sealed class CompanionValues(ParsedFile file, Func<SeriesKey, SeriesKey> companion)
{
    private readonly Dictionary<SeriesKey, IReadOnlyDictionary<int, Figure>> _months = [];

    /// <returns>The companion's figure of the same month, with a value; null when the file has none or leaves it empty.</returns>
    public Figure? Beside(Figure figure)
    {
        if (!_months.TryGetValue(figure.Series, out IReadOnlyDictionary<int, Figure>? months))
        {
            _months.Add(figure.Series, months = file.BySeries.Months(companion(figure.Series)));
        }

        return months.GetValueOrDefault(figure.Month.Number) is { Value: not null } beside ? beside : null;
    }
}
