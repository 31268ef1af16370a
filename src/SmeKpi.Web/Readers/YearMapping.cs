using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Lays out the twelve months of a year for charts and tables.</summary>
public static class YearMapping
{
    /// <remarks>
    /// Target and pace of a month without a reading come from the law: a chart in June shows where December must end.
    /// </remarks>
    public static IReadOnlyList<YearPoint> Points(ViewData data, Provision provision, string ruling)
    {
        bool bound = data.Master.FindRegion(data.Region)?.Kind == RegionKind.City;
        return [.. data.Month.StartOfYear.Through(new YearMonth(data.Month.Year, 12)).Select(Point)];

        YearPoint Point(YearMonth month)
        {
            KpiReading? reading = data.Readings.Find(provision.Id, ruling, month, new Subject(data.Region));
            bool shown = month <= data.Month;
            Quantity? target = reading is not null ? reading.Target : bound ? provision.TargetFor(month) : null;
            bool paced = provision.Unit == Unit.Yuan;
            return new YearPoint(
                month,
                shown ? reading?.Actual : null,
                target,
                reading?.Pace ?? (paced ? Part(target, month.Month / 12m) : null),
                reading?.SeasonalPace ?? (paced ? Part(target, data.Policy.SeasonalProfile?.ShareBy(month.Month)) : null),
                shown ? reading?.Standing : null);
        }
    }

    private static Quantity? Part(Quantity? target, decimal? share) =>
        target is { } whole && share is { } part ? whole with { Number = whole.Number * part } : null;
}
