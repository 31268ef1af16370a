using SmeKpi.Core.Access;
using SmeKpi.Core.Calendar;
using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Web.Composition;

/// <summary>What the program ships beside its code: the law, the indicators, the dashboards, who may do what, who files when, the figures to seed.</summary>
internal sealed record Law(
    IndicatorCatalog Indicators,
    PolicyDocument Policy,
    IReadOnlyList<DashboardDefinition> Dashboards,
    RightsTable Rights,
    RoleRules Roles,
    SmallGroups SmallGroups,
    FilingCalendar Calendar)
{
    public static string SeedData => Path.Combine(AppContext.BaseDirectory, "seed-data");

    /// <exception cref="Core.DataFiles.DataFileException">A file is wrong; the message names file and line.</exception>
    public static Law Load()
    {
        IndicatorCatalog indicators = IndicatorCatalog.LoadFrom(SeedData);
        PolicyDocument policy = PolicyLoader.Load(Path.Combine(SeedData, "policies", "yancheng-2025"), indicators);
        string access = Path.Combine(SeedData, "access");
        return new Law(
            indicators,
            policy,
            DashboardLoader.Load(Path.Combine(AppContext.BaseDirectory, "dashboards"), policy),
            RightsTable.Load(access),
            RoleRules.Load(access),
            SmallGroups.Load(access),
            FilingCalendar.Load(Path.Combine(SeedData, "calendar"), indicators));
    }
}
