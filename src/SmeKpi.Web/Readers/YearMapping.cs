using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Lays out the twelve months of a year for charts and tables.</summary>
public static class YearMapping
{
    /// <remarks>Readings of months to come carry target and pace: a chart in June shows where December must end.</remarks>
    public static IReadOnlyList<YearPoint> Points(ViewData data, Provision provision, string ruling)
    {
        return [.. data.Month.StartOfYear.Through(new YearMonth(data.Month.Year, 12)).Select(Point)];

        YearPoint Point(YearMonth month)
        {
            KpiReading? reading = data.Readings.Find(provision.Id, ruling, month, new Subject(data.Region));
            KpiReading? shown = month <= data.Month ? reading : null;
            return new YearPoint(
                month, shown?.Actual, reading?.Target, reading?.Pace, reading?.SeasonalPace, shown?.Standing);
        }
    }
}
