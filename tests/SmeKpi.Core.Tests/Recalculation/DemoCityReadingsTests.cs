using SmeKpi.Core.Kpis;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>The whole shipped city: every month, area, bank and reading against the second calculation.</summary>
public sealed class DemoCityReadingsTests
{
    [Fact]
    public void Readings_WholeDemoCity_AgreeWithTheSecondCalculation()
    {
        string[] folders = [Folder("demo"), Folder("demo-2026")];
        Recalculator second = new(TidyFigures.Read(folders));

        IReadOnlyList<RecalculatedReading> expected = [.. second.Everything()];
        IReadOnlyList<string> differences = ReadingComparison.Differences(expected, Program(folders));

        Assert.True(expected.Count > 28_000);
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
    }

    private static List<KpiReading> Program(string[] folders)
    {
        IndicatorCatalog indicators = IndicatorCatalog.LoadFrom(Repository.SeedData);
        SourceContext context = new(indicators.ByCode);
        IReadOnlyList<ParsedFile> files =
        [
            .. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories))
                .Append(Path.Combine(Repository.SeedData, "regions.csv"))
                .Select(path => SourceParser.Parse(new SourceFile(path, File.ReadAllBytes(path)), context))
                .OrderBy(file => file.Received),
        ];
        StatisticsSnapshot statistics = new();
        foreach (Figure figure in files.SelectMany(file => file.Figures))
        {
            statistics.Set(figure.Series, figure.Month, new KnownValue(figure.Value, Synthetic: true, ObservationId: 0));
        }

        MasterData master = new(files.SelectMany(file => file.Banks), files.SelectMany(file => file.Regions));
        FigureBook figures = new(statistics, master);
        return
        [
            .. Subjects.Months(statistics, master).SelectMany(month => Subjects.Of(master, month).SelectMany(subject =>
                KpiCatalog.Evaluate(new KpiInput(figures, Repository.Policy, month, subject)))),
        ];
    }

    private static string Folder(string name) => Path.Combine(Repository.SeedData, name);
}
