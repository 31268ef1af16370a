using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Policies;

namespace SmeKpi.Web.Tests.Samples;

/// <summary>The law and the dashboards as the repository holds them, found by walking up to the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static PolicyDocument Policy { get; } =
        PolicyLoader.Load(Path.Combine(Root, "seed-data", "policies", "yancheng-2025"));

    public static IReadOnlyList<DashboardDefinition> Dashboards { get; } =
        DashboardLoader.Load(Path.Combine(Root, "dashboards"), Policy);

    private static string FindRoot()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "SmeKpi.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("No folder above the tests holds SmeKpi.sln.");
    }
}
