using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Traceability;

public sealed class ArchitectureTests
{
    private const string Root = "SmeKpi.Core";

    private static readonly Architecture s_core = new ArchLoader().LoadAssemblies(typeof(Money).Assembly).Build();

    /// <summary>
    /// Units ← DataFiles ← Statistics ← Policies ← Validation ← Sources ← Demo and Templates; Kpis and Dashboards after
    /// Policies.
    /// </summary>
    private static readonly Dictionary<string, string[]> s_mayUse = new()
    {
        ["Units"] = [],
        ["DataFiles"] = ["Units"],
        ["Statistics"] = ["Units", "DataFiles"],
        ["Policies"] = ["Units", "DataFiles", "Statistics"],
        ["Validation"] = ["Units", "DataFiles", "Statistics", "Policies"],
        ["Sources"] = ["Units", "DataFiles", "Statistics", "Policies", "Validation"],
        ["Kpis"] = ["Units", "DataFiles", "Statistics", "Policies"],
        ["Attribution"] = ["Units", "Statistics", "Policies", "Kpis"],
        ["WhatIf"] = ["Units", "Statistics", "Policies", "Kpis", "Attribution"],
        ["Events"] = ["Units", "DataFiles"],
        ["Exploring"] = ["Access", "Kpis", "Statistics", "Units"],
        ["Forecasts"] = ["Units", "Statistics", "Policies", "Kpis"],
        ["Templates"] = ["Units", "DataFiles", "Statistics", "Validation", "Sources"],
        ["Demo"] = ["Units", "DataFiles", "Statistics", "Policies", "Validation", "Sources"],
        ["Dashboards"] = ["Units", "DataFiles", "Statistics", "Policies"],
        ["Calendar"] = ["Units", "DataFiles", "Statistics", "Validation"],
        ["Filing"] = ["Units", "DataFiles", "Statistics", "Validation", "Access"],
        ["Supervision"] = ["Units", "DataFiles", "Statistics", "Policies", "Kpis", "Calendar", "Filing"],
        ["Digest"] = ["Units", "Policies", "Kpis"],
        ["Promises"] = ["Units", "DataFiles", "Statistics", "Policies", "Access", "Digest"],
        ["Cases"] = ["Units", "DataFiles", "Statistics", "Policies", "Kpis", "Access", "Calendar"],
        ["Access"] = ["Units", "DataFiles"],
        ["Auditing"] = ["Units", "DataFiles"],
        ["Exports"] = ["Units", "Statistics"],
    };

    [Fact]
    public void Core_EveryFolder_HasItsPlaceInTheOrder() => Assert.Empty(
        s_core.Types.Select(type => Folder(type.Namespace?.FullName ?? "")).OfType<string>().Distinct().Except(s_mayUse.Keys));

    [Fact]
    public void Core_EveryFolder_UsesOnlyFoldersBeforeIt() => Assert.Empty(
        from type in s_core.Types
        let folder = Folder(type.Namespace?.FullName ?? "")
        where folder is not null
        from used in type.GetTypeDependencies()
        let other = Folder(used.Namespace?.FullName ?? "")
        where other is not null && other != folder && !s_mayUse[folder].Contains(other)
        select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void Core_UsesNoDatabaseWebJobOrDrawingLibrary()
    {
        string[] banned =
            ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Hangfire", "ScottPlot", "MudBlazor"];

        Assert.DoesNotContain(
            typeof(Money).Assembly.GetReferencedAssemblies(),
            assembly => banned.Any(name => assembly.Name!.StartsWith(name, StringComparison.Ordinal)));
        Assert.Empty(
            from type in s_core.Types
            where Folder(type.Namespace?.FullName ?? "") is not null
            from used in type.GetTypeDependencies()
            where banned.Any(name => (used.Namespace?.FullName ?? "").StartsWith(name, StringComparison.Ordinal))
            select $"{type.FullName} uses {used.FullName}");
    }

    /// <summary>The first folder below the root; null for a type outside Core.</summary>
    private static string? Folder(string @namespace) =>
        @namespace.StartsWith($"{Root}.", StringComparison.Ordinal)
            ? @namespace[(Root.Length + 1)..].Split('.')[0]
            : null;
}
