using SmeKpi.Core.Tests.Demo;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>The second calculation on figures that can be checked in the head.</summary>
public sealed class RecalculatorTests
{
    private const string Banks = """
        # received: 2025-01-01T00:00:00+08:00
        bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor,aliases
        A,a,a,state,false,,,,
        B,b,b,village,true,,2025-03,C,
        C,c,c,village,true,2025-03,,,
        """;

    private const string Header = "month,bank_code,region_code,indicator,scope,value,unit\n";

    [Fact]
    public void Increment_PublishedInBothMonths_UsesThemAndTheirAdjustments()
    {
        RecalculatedReading june = One("M01.1", "ruling", "2025-06", null, """
            2024-12,,320900,loans.all.balance,rmb_fx,10000,亿元
            2025-04,,320900,loans.all.coverage_adjustment,rmb_fx,100,亿元
            2025-06,,320900,loans.all.balance,rmb_fx,10950,亿元
            2025-06,A,320902,loans.all.balance,rmb_fx,1,亿元
            """);

        Assert.Equal(850_00000000m, june.Actual);
        Assert.Equal(1000_00000000m, june.LinearPace);
        Assert.Equal("behind", june.Standing);
        Assert.Equal(1150_00000000m / 6m, june.RequiredRunRate);
        Assert.Equal((2, 1, true), (june.Expected, june.Received, june.Published));
    }

    [Fact]
    public void Increment_OnlyOneMonthPublished_UsesTheBanks()
    {
        RecalculatedReading march = One("M01.1", "ruling", "2025-03", null, """
            2024-12,,320900,loans.all.balance,rmb_fx,10000,亿元
            2024-12,A,320902,loans.all.balance,rmb_fx,6000,亿元
            2024-12,B,320900,loans.all.balance,rmb_fx,3000,亿元
            2025-03,A,320902,loans.all.balance,rmb_fx,6400,亿元
            2025-03,A,320903,loans.all.balance,rmb_fx,100,亿元
            2025-03,C,320900,loans.all.balance,rmb_fx,3100,亿元
            """);

        Assert.Equal(600_00000000m, march.Actual);
        Assert.Equal("on-track", march.Standing);
        Assert.False(march.Published);
    }

    [Fact]
    public void Increment_ABankIsMissing_StaysIncompleteWithTheSumOfTheOthers()
    {
        RecalculatedReading march = One("M01.1", "ruling", "2025-03", null, """
            2024-12,A,320900,loans.all.balance,rmb_fx,6000,亿元
            2024-12,B,320900,loans.all.balance,rmb_fx,3000,亿元
            2025-03,A,320900,loans.all.balance,rmb_fx,12000,亿元
            """);

        Assert.Equal(3000_00000000m, march.Actual);
        Assert.Equal("incomplete", march.Standing);
    }

    [Fact]
    public void GrowthGap_OfAMergedBank_CountsItsPredecessor()
    {
        const string Rows = """
            2024-12,B,320900,loans.all.balance,rmb_fx,100,万元
            2024-12,B,320900,loans.inclusive_mse.balance,nfra,50,万元
            2025-12,C,320900,loans.all.balance,rmb_fx,110,万元
            2025-12,C,320900,loans.inclusive_mse.balance,nfra,54,万元
            """;

        RecalculatedReading december = One("M01.3", "ruling", "2025-12", "C", Rows);

        Assert.Equal(-2m, december.Actual);
        Assert.Equal("missed", december.Standing);
        Assert.Equal(10m, One("M01.2", "ruling", "2025-12", "C", Rows).Actual);
        Assert.Equal("no-target", One("M01.2", "ruling", "2025-12", "C", Rows).Standing);
    }

    [Fact]
    public void RateDrop_IsWeightedByAmountAndNeedsEveryMonth()
    {
        string year = string.Concat(Enumerable.Range(1, 12).Select(month => $"""
            2024-{month:00},A,320900,loans.corporate.granted,-,100,万元
            2024-{month:00},A,320900,loans.corporate.interest,-,4,万元

            """));
        const string January = """
            2025-01,A,320900,loans.corporate.granted,-,200,万元
            2025-01,A,320900,loans.corporate.interest,-,7,万元
            """;

        Assert.Equal(50m, One("M08.1", "ruling", "2025-01", "A", year + January).Actual);
        Assert.Null(One("M08.1", "ruling", "2025-01", "A", year[(year.IndexOf('\n') + 1)..] + January).Actual);
        Assert.Equal(50m, One("M08.1", "month", "2025-01", "A", year + January).Actual);
    }

    [Theory]
    [InlineData("4.5", "achieved")]
    [InlineData("4.5001", "missed")]
    public void NplGap_ExactlyThreePoints_Passes(string npl, string standing)
    {
        RecalculatedReading june = One("M10.1", "ruling", "2025-06", "A", $"""
            2025-06,A,320902,loans.all.balance,rmb_fx,1000,万元
            2025-06,A,320902,loans.all.npl,rmb_fx,15,万元
            2025-06,A,320902,loans.inclusive_mse.balance,nfra,100,万元
            2025-06,A,320902,loans.inclusive_mse.npl,nfra,{npl},万元
            """);

        Assert.Equal(standing, june.Standing);
    }

    [Fact]
    public void Files_OfTwoThatSpeakOfTheSameCell_TheOneReceivedLaterWins()
    {
        var figures = new TidyFigures(
        [
            "# received: 2025-08-05T00:00:00+08:00\n" + Header + "2025-06,A,320902,loans.all.npl,rmb_fx,2,元",
            "# received: 2025-07-09T00:00:00+08:00\n" + Header + "2025-06,A,320902,loans.all.npl,rmb_fx,1,元",
        ]);

        Assert.Equal(2m, figures.Of("loans.all.npl|rmb_fx", "320900", new YearMonth(2025, 6))["A"]);
    }

    [Fact]
    public void DemoCity_EndOf2025_MissesOneTargetNarrowlyAndMeetsAnother()
    {
        var figures = new TidyFigures(DemoRows.Default.Select(DemoRows.Text));
        var december = new Recalculator(figures).Everything(new YearMonth(2025, 12))
            .Where(reading => reading is { Reading: "ruling", Region: "320900" }).ToList();
        RecalculatedReading[] city = [.. december.Where(reading => reading.Bank is null)];

        Assert.Equal(
            ["missed", "achieved", "achieved", "incomplete", "achieved"], city.Select(reading => reading.Standing));
        Assert.InRange(city[0].Actual!.Value, 1890_00000000m, 2060_00000000m);
        Assert.InRange(city[3].Actual!.Value, 25m, 35m);
        Assert.Equal(
            ["D013", "D027", "D031", "D037"],
            december.Where(reading => reading is { Id: "M10.1", Standing: "missed" }).Select(reading => reading.Bank));
        Assert.Equal("not-assessable", december.Single(reading => reading is { Id: "M01.3", Bank: "D001" }).Standing);
    }

    private static RecalculatedReading One(string id, string reading, string month, string? bank, string rows) =>
        new Recalculator(new TidyFigures([Banks, Header + rows])).Everything(YearMonth.Parse(month))
            .Single(one => one.Id == id && one.Reading == reading && one.Region == "320900" && one.Bank == bank);
}
