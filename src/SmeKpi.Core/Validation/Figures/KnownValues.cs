using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Figures;

/// <summary>What will be known once the file is stored: the value in the file, or else the one stored.</summary>
internal sealed class KnownValues(ParsedFile? file, CheckContext context)
{
    private IReadOnlyList<string>? _counties;

    /// <returns>Null when neither gives a value; what the file leaves empty counts as not reported.</returns>
    public decimal? Of(SeriesKey series, YearMonth month) => (file?.BySeries.Find(series, month) is { } figure
        ? figure.Value
        : context.Stored.Find(series, month)?.Value)?.Number;

    /// <summary>The value some months before; of a long file that of the file itself.</summary>
    /// <returns>Null when it is not known or there is no such month.</returns>
    public decimal? Before(Figure figure, int months) =>
        figure.Month.Year * 12 + figure.Month.Month - months <= 1900 * 12
            ? null
            : Of(figure.Series, figure.Month.AddMonths(-months));

    /// <summary>A reporter's value for a city: its own row, or else the sum of its counties and zones.</summary>
    /// <returns>Null when neither is known.</returns>
    public decimal? OfCity(SeriesKey series, YearMonth month)
    {
        if (Of(series, month) is { } own)
        {
            return own;
        }

        decimal? sum = null;
        foreach (string county in _counties ??= [.. context.Master.CountiesOf(series.Region).Select(area => area.Code)])
        {
            if (Of(series with { Region = county }, month) is { } part)
            {
                sum = (sum ?? 0m) + part;
            }
        }

        return sum;
    }
}
