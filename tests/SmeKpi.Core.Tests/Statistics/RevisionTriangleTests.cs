using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Statistics;

public sealed class RevisionTriangleTests
{
    private static readonly YearMonth s_may = new(2025, 5);
    private static readonly YearMonth s_june = new(2025, 6);

    [Fact]
    public void Triangle_ACorrection_IsMarkedWithItsDifference()
    {
        RevisionTriangle triangle = new([Point("a", s_may, 10, 100m), Point("a", s_june, 20, 110m), Point("a", s_may, 30, 90m)]);

        Assert.Equal([s_may, s_june], triangle.Months);
        Assert.Equal(3, triangle.Moments.Count);
        Assert.Equal(
            [(RevisionKind.First, 100m, null), (RevisionKind.Same, 100m, null), (RevisionKind.Changed, 90m, -10m)],
            Row(triangle, s_may));
        Assert.Equal(
            [(RevisionKind.Unknown, null, null), (RevisionKind.First, 110m, null), (RevisionKind.Same, 110m, null)],
            Row(triangle, s_june));
        Assert.Equal(1, triangle.Revisions);
    }

    [Fact]
    public void Triangle_SeveralParts_AreAddedUpAtEachMoment()
    {
        RevisionTriangle triangle = new([Point("a", s_may, 10, 100m), Point("b", s_may, 10, 50m), Point("b", s_may, 20, 70m)]);

        Assert.Equal([(RevisionKind.First, 150m, null), (RevisionKind.Changed, 170m, 20m)], Row(triangle, s_may));
    }

    [Fact]
    public void Triangle_NotReportedAnyMore_IsAChangeWithoutADifference()
    {
        RevisionTriangle triangle = new([Point("a", s_may, 10, 100m), Point("a", s_may, 20, null)]);

        Assert.Equal([(RevisionKind.First, 100m, null), (RevisionKind.Changed, null, null)], Row(triangle, s_may));
    }

    [Fact]
    public void Triangle_TheSameValueAgain_IsNoRevision() =>
        Assert.Equal(0, new RevisionTriangle([Point("a", s_may, 10, 100m), Point("a", s_may, 20, 100m)]).Revisions);

    private static RevisionPoint Point(string part, YearMonth month, int day, decimal? yuan) => new(
        part,
        month,
        new DateTimeOffset(2025, 7, day, 9, 0, 0, TimeSpan.FromHours(8)),
        yuan is { } number ? new Quantity(number, Unit.Yuan) : null);

    private static IEnumerable<(RevisionKind Kind, decimal? Value, decimal? Difference)> Row(RevisionTriangle triangle, YearMonth month) =>
        triangle.Moments.Select(moment => triangle[month, moment])
            .Select(cell => (cell.Kind, cell.Value?.Number, cell.Difference?.Number));
}
