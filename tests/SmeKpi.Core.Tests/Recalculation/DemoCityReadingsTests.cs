using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>The whole shipped city: every month, area, bank and reading against the second calculation.</summary>
public sealed class DemoCityReadingsTests
{
    [Fact]
    public void Readings_WholeDemoCity_AgreeWithTheSecondCalculation()
    {
        Recalculator second = new(TidyFigures.Read(ShippedCity.Folders));

        IReadOnlyList<RecalculatedReading> expected = [.. second.Everything()];
        IReadOnlyList<string> differences = ReadingComparison.Differences(expected, Program());

        Assert.True(expected.Count > 28_000);
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
    }

    private static List<KpiReading> Program()
    {
        (StatisticsSnapshot statistics, MasterData master) = ShippedCity.Read();
        FigureBook figures = new(statistics, master);
        return
        [
            .. Subjects.Months(statistics, master).SelectMany(month => Subjects.Of(master, month).SelectMany(subject =>
                KpiCatalog.Evaluate(new KpiInput(figures, Repository.Policy, month, subject)))),
        ];
    }
}
