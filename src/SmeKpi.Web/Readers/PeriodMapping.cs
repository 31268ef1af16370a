using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>The choices that stand above every page that shows a month.</summary>
public static class PeriodMapping
{
    public static PeriodView Period(ViewData data, ViewQuery query)
    {
        Region? region = data.Master.FindRegion(data.Region);
        IReadOnlyList<YearMonth> months = data is { FirstMonth: { } first, LastMonth: { } last }
            ? [.. first.Through(last)]
            : [];
        IReadOnlyList<YearMonth> choices =
            [.. months.Append(data.Month).Distinct().OrderDescending()];
        return new PeriodView(
            query,
            data.Month,
            choices,
            months.Where(month => month < data.Month).Select(month => (YearMonth?)month).LastOrDefault(),
            months.Where(month => month > data.Month).Select(month => (YearMonth?)month).FirstOrDefault(),
            data.Region,
            region?.Name ?? new LocalizedText(data.Region, data.Region),
            Areas(data.Master),
            data.KnownSince,
            data.Synthetic)
        {
            LastWithData = data.LastMonth,
            HasData = months.Contains(data.Month),
        };
    }

    /// <summary>The provisions that are judged every month, in the order of the law.</summary>
    public static IEnumerable<Provision> Judged(this PolicyDocument policy) => policy.Provisions
        .Where(provision => provision.IsJudged)
        .OrderBy(provision => provision.Id, StringComparer.Ordinal);

    private static IReadOnlyList<Region> Areas(MasterData master) =>
        [.. master.Regions
            .Where(region => region.Kind is RegionKind.City or RegionKind.County or RegionKind.Zone)
            .OrderBy(region => region.Kind)
            .ThenBy(region => region.Code, StringComparer.Ordinal)];
}
