using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>The made-up city that the program ships, read by the program's own parser.</summary>
internal static class ShippedCity
{
    public static string[] Folders { get; } =
        [Path.Combine(Repository.SeedData, "demo"), Path.Combine(Repository.SeedData, "demo-2026")];

    public static (StatisticsSnapshot Statistics, MasterData Master) Read(Predicate<Figure>? wanted = null)
    {
        SourceContext context = new(IndicatorCatalog.LoadFrom(Repository.SeedData).ByCode);
        IReadOnlyList<ParsedFile> files =
        [
            .. Folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories))
                .Append(Path.Combine(Repository.SeedData, "regions.csv"))
                .Select(path => SourceParser.Parse(new SourceFile(path, File.ReadAllBytes(path)), context))
                .OrderBy(file => file.Received),
        ];
        StatisticsSnapshot statistics = new();
        foreach (Figure figure in files.SelectMany(file => file.Figures).Where(figure => wanted?.Invoke(figure) ?? true))
        {
            statistics.Set(figure.Series, figure.Month, new KnownValue(figure.Value, Synthetic: true, ObservationId: 0));
        }

        return (statistics, new MasterData(files.SelectMany(file => file.Banks), files.SelectMany(file => file.Regions)));
    }
}
