using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Figures;

/// <summary>What a reporter gives for an area: its own row, or for a city the sum of its counties and zones.</summary>
internal sealed class FileTotals(ParsedFile file, CheckContext context)
{
    private readonly Dictionary<string, string[]> _partsOf = new(StringComparer.Ordinal);

    /// <returns>Null when the file gives neither; also when it leaves one of the counties empty.</returns>
    public Interval? Of(SeriesKey series, YearMonth month) => file.BySeries.Find(series, month) is { } own
        ? own.Shown
        : OfParts(series, month);

    /// <summary>The sum of the counties and zones that the file gives.</summary>
    /// <returns>Null when it gives none of them or leaves one empty.</returns>
    public Interval? OfParts(SeriesKey series, YearMonth month)
    {
        Interval? sum = null;
        foreach (string part in PartsOf(series.Region))
        {
            if (file.BySeries.Find(series with { Region = part }, month) is not { } figure)
            {
                continue;
            }

            if (figure.Shown is not { } shown)
            {
                return null;
            }

            sum = (sum ?? Interval.Exact(0m)) + shown;
        }

        return sum;
    }

    private string[] PartsOf(string region)
    {
        if (!_partsOf.TryGetValue(region, out string[]? parts))
        {
            bool isCity = context.Master.FindRegion(region)?.Kind == RegionKind.City;
            parts = isCity ? [.. context.Master.CountiesOf(region).Select(county => county.Code)] : [];
            _partsOf.Add(region, parts);
        }

        return parts;
    }
}
