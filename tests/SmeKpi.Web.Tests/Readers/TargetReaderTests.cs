using SmeKpi.Web.Tests.Samples;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Readers;

public sealed class TargetReaderTests
{
    private static readonly YearMonth s_june = new(2025, 6);

    [Fact]
    public void From_UnknownTarget_IsNull() =>
        Assert.Null(TargetReader.From(SampleViews.Data(s_june), "M04.1", new ViewQuery()));

    [Fact]
    public void Target_MonthsAfterTheOneShown_HaveAPaceButNoValue()
    {
        TargetView target = Target("M01.1", s_june);

        Assert.Equal(12, target.Year.Count);
        Assert.NotNull(target.Year[5].Actual);
        Assert.Null(target.Year[6].Actual);
        Assert.Null(target.Year[6].Standing);
        Assert.Equal(Money.FromYiYuan(2_000m).ToQuantity(), target.Year[11].Pace);
    }

    [Fact]
    public void Target_MonthWithoutAReading_IsAGap()
    {
        ViewData data = SampleViews.Data(s_june) with { Readings = new ReadingIndex([]) };

        YearPoint june = TargetReader.Target(data, data.Policy.Provision("M01.1")).Year[5];

        Assert.Equal(new YearPoint(new YearMonth(2025, 6), null, null, null, null, null), june);
    }

    [Fact]
    public void Target_NothingComputed_IsIncompleteAndNeverPasses()
    {
        ViewData data = SampleViews.Data(s_june) with { Readings = new ReadingIndex([]) };

        TargetView target = TargetReader.Target(data, data.Policy.Provision("M10.1"));

        Assert.Equal(Standing.Incomplete, target.Standing);
        Assert.All(target.Banks, row => Assert.Null(row.Actual));
    }

    [Fact]
    public void Target_BanksThatDidNotFile_AreNamedAndStandLast()
    {
        TargetView target = Target("M01.3", s_june);

        Assert.Equal(["示例银行12盐城分行", "示例银行30盐城分行"], target.MissingBanks.Select(name => name.Zh));
        Assert.Null(target.Banks[^1].Actual);
        Assert.Equal(
            target.Banks.Where(row => row.Actual is not null).OrderByDescending(row => row.Actual!.Value.Number),
            target.Banks.Where(row => row.Actual is not null));
    }

    [Theory]
    [InlineData(Standing.Incomplete, 38, true)]
    [InlineData(Standing.Incomplete, 37, false)]
    [InlineData(Standing.OnTrack, 38, false)]
    public void Target_IncompleteWhileEveryBankIsIn_LacksAnotherMonth(Standing standing, int received, bool lacks)
    {
        TargetView target = Target("M08.1", s_june);

        KpiReading ruling = target.Ruling! with { Standing = standing, Completeness = new Completeness(38, received) };

        Assert.Equal(lacks, (target with { Ruling = ruling }).LacksAnotherMonth);
    }

    [Fact]
    public void Target_PublishedTotal_MissesNoBank() => Assert.Empty(Target("M01.1", s_june).MissingBanks);

    [Theory]
    [InlineData("M01.1", false)]
    [InlineData("M01.2", false)]
    [InlineData("M01.3", true)]
    [InlineData("M08.1", false)]
    [InlineData("M10.1", true)]
    public void Target_BankAndCountyRows_HaveAStandingOnlyWhereTheLawBindsBanks(string id, bool bindsBanks)
    {
        TargetView target = Target(id, s_june);

        Assert.All(target.Banks, row => Assert.Equal(bindsBanks, row.Standing is not null));
        Assert.All(target.Regions, row => Assert.Equal(bindsBanks, row.Standing is not null));
    }

    [Fact]
    public void Target_YearWithoutATarget_LeadsToTheLastJudgedMonth()
    {
        Assert.Equal(new YearMonth(2025, 12), Target("M01.1", new YearMonth(2026, 2)).LastJudged);
        Assert.Null(Target("M01.1", s_june).LastJudged);
        Assert.Null(Target("M10.1", new YearMonth(2026, 2)).LastJudged);
    }

    [Fact]
    public void Target_RivalReadings_GiveTheirDifferenceToTheRulingOne()
    {
        IReadOnlyList<RivalRow> rows = Target("M01.1", s_june).Readings;

        Assert.True(rows[0].Definition.IsRuling);
        Assert.Null(rows[0].Difference);
        Assert.All(rows.Skip(1), row => Assert.Equal(row.Actual!.Value.Minus(rows[0].Actual!.Value), row.Difference));
    }

    [Fact]
    public void From_ARivalReadingInTheAddress_DrawsItsYearAndKeepsTheVerdict()
    {
        ViewData data = SampleViews.Data(s_june);
        TargetPageView ruling = TargetReader.From(data, "M01.1", new ViewQuery(s_june))!;
        TargetPageView rival = TargetReader.From(data, "M01.1", new ViewQuery(s_june, Reading: "adjusted"))!;

        Assert.Equal("adjusted", rival.Target.Shown.Name);
        Assert.Equal(rival.Target.Readings.Single(row => row.Definition.Name == "adjusted").Actual, rival.Target.Year[5].Actual);
        Assert.NotEqual(ruling.Target.Year[5].Actual, rival.Target.Year[5].Actual);
        Assert.Equal(ruling.Target.Ruling, rival.Target.Ruling);
        Assert.EndsWith("&reading=adjusted", rival.Board.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void From_AReadingThatTheTargetDoesNotHave_SaysSoAndShowsTheRulingOne()
    {
        TargetPageView page = TargetReader.From(
            SampleViews.Data(s_june), "M10.1", new ViewQuery(s_june, Reading: "adjusted"))!;

        Assert.Equal(["reading"], page.Period.Query.Rejected);
        Assert.True(page.Target.Shown.IsRuling);
        Assert.DoesNotContain("reading", page.Board.Address, StringComparison.Ordinal);
    }

    private static TargetView Target(string id, YearMonth month)
    {
        ViewData data = SampleViews.Data(month);
        return TargetReader.Target(data, data.Policy.Provision(id));
    }
}
