using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Readers;

public sealed class RankingTests
{
    [Fact]
    public void Of_LargerThanLastMonth_WinsPlaces()
    {
        IReadOnlyList<SubjectRow> ranked = Ranking.Of([Row("a", 10m, 9m), Row("b", 30m, 5m), Row("c", 20m, 30m)]);

        Assert.Equal(["b", "c", "a"], ranked.Select(row => row.Code));
        Assert.Equal([1, 2, 3], ranked.Select(row => row.Rank));
        Assert.Equal([2, -1, -1], ranked.Select(row => row.PlacesWon));
    }

    [Fact]
    public void Of_EqualValues_ShareAPlaceInOrderOfTheirCodes()
    {
        IReadOnlyList<SubjectRow> ranked = Ranking.Of([Row("c", 5m), Row("b", 10m), Row("a", 10m)]);

        Assert.Equal(["a", "b", "c"], ranked.Select(row => row.Code));
        Assert.Equal([1, 1, 3], ranked.Select(row => row.Rank));
    }

    [Fact]
    public void Of_MissingValues_HaveNoPlaceAndStandLast()
    {
        IReadOnlyList<SubjectRow> ranked = Ranking.Of([Row("a", null, 50m), Row("b", -1m, null), Row("c", -2m, 40m)]);

        Assert.Equal(["b", "c", "a"], ranked.Select(row => row.Code));
        Assert.Equal([1, 2, null], ranked.Select(row => row.Rank));
        Assert.Equal([null, 0, null], ranked.Select(row => row.PlacesWon));
    }

    [Fact]
    public void Of_OneIsWithheld_NobodyHasAPlace()
    {
        IReadOnlyList<SubjectRow> ranked =
            Ranking.Of([Row("a", 10m, 5m), Row("b", null) with { IsWithheld = true }, Row("c", 20m, 1m)]);

        Assert.All(ranked, row => Assert.Null(row.Rank));
    }

    [Fact]
    public void Of_TheDrawnCityInJanuary_MovesNobody()
    {
        ViewData january = SampleViews.Data(new YearMonth(2025, 1));
        ViewData june = SampleViews.Data(new YearMonth(2025, 6));

        Assert.All(Banks(january), row => Assert.Null(row.PlacesWon));
        Assert.All(Banks(june), row => Assert.NotNull(row.PlacesWon));
    }

    [Fact]
    public void Ends_ManyRows_AreTheFirstFiveAndTheLastThree()
    {
        SubjectRow[] rows = [.. Enumerable.Range(1, 12).Select(at => Row($"{at:00}", 100m - at)), Row("x", null)];

        RankedRows ends = Ranking.Ends(Ranking.Of(rows));

        Assert.Equal(["01", "02", "03", "04", "05"], ends.First.Select(row => row.Code));
        Assert.Equal(["10", "11", "12"], ends.Last.Select(row => row.Code));
        Assert.Equal((4, 1), (ends.Between, ends.Without));
    }

    [Fact]
    public void Ends_FewRows_AreAllOfThem()
    {
        RankedRows ends = Ranking.Ends(Ranking.Of([.. Enumerable.Range(1, 8).Select(at => Row($"{at}", at))]));

        Assert.Equal(8, ends.First.Count);
        Assert.Equal((0, 0), (ends.Between, ends.Last.Count));
    }

    private static IReadOnlyList<SubjectRow> Banks(ViewData data) =>
        TargetReader.Target(data, data.Policy.Provision("M01.1")).Banks;

    private static SubjectRow Row(string code, decimal? now, decimal? before = null) =>
        new(code, new LocalizedText(code, code), Yi(now), null, null, null, null) { Before = Yi(before) };

    private static Quantity? Yi(decimal? yi) => yi is { } known ? Money.FromYiYuan(known).ToQuantity() : null;
}
