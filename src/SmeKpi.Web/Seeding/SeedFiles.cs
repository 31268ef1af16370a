using SmeKpi.Core.Sources;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Seeding;

/// <summary>The files that a new database is given, each with the note that lies beside it.</summary>
internal static class SeedFiles
{
    private const string Actor = "seed";

    private static readonly string[] s_statistics = ["statistics/pboc", "statistics/lpr", "statistics/tsf"];
    private static readonly string[] s_demo = ["demo", "demo-2026"];

    /// <summary>The made-up meetings of a demonstration; no figures, so that no importer reads them.</summary>
    public static string Meetings => Path.Combine(Law.SeedData, "demo-meetings", "meetings.yaml");

    /// <summary>The made-up supervisory cases of a demonstration.</summary>
    public static string Cases => Path.Combine(Law.SeedData, "demo-cases", "cases.yaml");

    /// <summary>The areas: without them no figure has a place.</summary>
    public static IReadOnlyList<SeedFile> Regions() => [Read(Path.Combine(Law.SeedData, "regions.csv"), "regions.csv")];

    /// <summary>Published statistics and the made-up city.</summary>
    public static IReadOnlyList<SeedFile> Statistics() =>
    [
        .. s_statistics.Concat(s_demo).SelectMany(folder => Directory
            .EnumerateFiles(Path.Combine(Law.SeedData, folder), "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(SourceNotes.Ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => Read(path, Path.GetRelativePath(Law.SeedData, path).Replace('\\', '/')))),
    ];

    private static SeedFile Read(string path, string name) => new(
        new SourceFile(name, File.ReadAllBytes(path)), new ImportRequest(Actor) { Source = SourceNotes.Beside(path) });
}
