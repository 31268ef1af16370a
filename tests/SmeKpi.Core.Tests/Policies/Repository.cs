using SmeKpi.Core.Policies;

namespace SmeKpi.Core.Tests.Policies;

/// <summary>The repository's own seed data and dashboards, found by walking up to the solution.</summary>
internal static class Repository
{
    private static readonly Lazy<PolicyDocument> s_policy = new(() => PolicyLoader.Load(PolicyFolder));

    public static string Root { get; } = FindRoot();

    public static string SeedData => Path.Combine(Root, "seed-data");

    public static string PolicyFolder => Path.Combine(SeedData, "policies", "yancheng-2025");

    public static string Dashboards => Path.Combine(Root, "dashboards");

    public static PolicyDocument Policy => s_policy.Value;

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
