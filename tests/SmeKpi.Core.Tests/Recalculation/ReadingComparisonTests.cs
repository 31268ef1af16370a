using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>The comparison itself; the demo city set against the program's readings belongs here too.</summary>
public sealed class ReadingComparisonTests
{
    private static readonly RecalculatedReading s_expected = new(
        "M10.1", "ruling", new YearMonth(2025, 6), "320900", "D015", 3m, 3m, "achieved", null, null, 1, 1, false);

    private static readonly KpiReading s_found = new()
    {
        Id = "M10.1",
        Reading = "ruling",
        Month = new YearMonth(2025, 6),
        Subject = new Subject("320900", "D015"),
        Actual = new Quantity(3m, Unit.Points),
        Target = new Quantity(3m, Unit.Points),
        Standing = Standing.Achieved,
        Completeness = new Completeness(1, 1),
        Origin = Origin.Banks,
        Synthetic = true,
    };

    [Fact]
    public void Differences_SameReading_None() => Assert.Empty(ReadingComparison.Differences([s_expected], [s_found]));

    [Fact]
    public void Differences_LastDigit_Tolerated() => Assert.Empty(ReadingComparison.Differences(
        [s_expected], [s_found with { Actual = new Quantity(3.0000000000000000000000000001m, Unit.Points) }]));

    [Fact]
    public void Differences_AnyField_IsNamed()
    {
        KpiReading other = s_found with
        {
            Actual = new Quantity(3.000000001m, Unit.Points),
            Target = null,
            Standing = Standing.NotAssessable,
            Pace = new Quantity(1m, Unit.Yuan),
            RequiredRunRate = new Quantity(1m, Unit.Yuan),
            Completeness = new Completeness(2, 0),
            Origin = Origin.Published,
        };

        IReadOnlyList<string> differences = ReadingComparison.Differences([s_expected], [other]);

        Assert.Equal(8, differences.Count);
        Assert.Contains(
            "M10.1 ruling 202506 320900 D015: standing expected achieved, found not-assessable", differences);
    }

    [Fact]
    public void Differences_ReadingOnOneSideOnly_IsNamed() => Assert.Equal(
        [
            "M10.1 ruling 202506 320900 D015: not among the program's readings",
            "M10.1 ruling 202506 320900 -: only among the program's readings",
        ],
        ReadingComparison.Differences([s_expected], [s_found with { Subject = new Subject("320900") }]));
}
