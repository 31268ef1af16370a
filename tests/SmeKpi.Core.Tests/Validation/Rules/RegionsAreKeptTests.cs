using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Core.Validation.Rules;

namespace SmeKpi.Core.Tests.Validation.Rules;

/// <summary>B1 reported its loans in 320902 in May; what it files for June leaves the district out.</summary>
public sealed class RegionsAreKeptTests
{
    private const string June = "2025-06,B1,320900,loans.all.balance,rmb_fx,5.00,亿元";

    [Fact]
    public void Check_DistrictOfTheMonthBefore_IsAskedFor()
    {
        Finding finding = Assert.Single(Findings(("2025-05", 100m), June));

        Assert.Equal(("Q304", "B1 2025-06: 320902 –", "320902 (2025-05)"), (finding.Rule, finding.Found, finding.Expected));
        Assert.Null(finding.Cell);
        Assert.False(finding.Blocks);
    }

    [Theory]
    [InlineData("2025-04")]
    [InlineData("2025-07")]
    public void Check_DistrictOfAnotherMonth_IsNotMissed(string month) => Assert.Empty(Findings((month, 100m), June));

    [Fact]
    public void Check_DistrictStillReported_IsNotMissed() =>
        Assert.Empty(Findings(("2025-05", 100m), June, Check.Row("2025-06", 0m)));

    [Fact]
    public void Check_DistrictReportedAsEmpty_IsAskedFor() =>
        Assert.Single(Findings(("2025-05", 100m), "2025-06,B1,320902,loans.all.balance,rmb_fx,,亿元"));

    [Fact]
    public void Check_DistrictGivenByAnEarlierFile_IsNotMissed() => Assert.Empty(
        Check.Findings(new RegionsAreKept(), Check.Stored(("2025-05", 100m), ("2025-06", 100m)), June));

    [Fact]
    public void Check_FileOfAnotherTable_IsNotAskedForIt() =>
        Assert.Empty(Findings(("2025-05", 100m), "2025-06,B1,320900,loans.inclusive_mse.borrowers,nfra,9,户"));

    [Fact]
    public void Check_DistrictOfTheMonthBeforeInTheSameFile_IsAskedFor() => Assert.Single(
        Check.Findings(new RegionsAreKept(), Check.Stored(), Check.Row("2025-05", 100m), June));

    [Fact]
    public void Check_CityRowOfTheMonthBefore_MayGiveWayToItsDistricts() => Assert.Empty(Check.Findings(
        new RegionsAreKept(), Check.Stored(), June.Replace("2025-06", "2025-05", StringComparison.Ordinal), Check.Row("2025-06", 100m)));

    [Fact]
    public void Check_MonthOfClosing_MayLeaveDistrictsOut() => Assert.Empty(Check.Findings(
        new RegionsAreKept(),
        Check.Stored(),
        "2025-05,B2,320902,loans.all.balance,rmb_fx,1.00,亿元",
        "2025-06,B2,320900,loans.all.balance,rmb_fx,0.00,亿元"));

    [Fact]
    public void Check_PublishedTotals_AreNoBanksReturn() => Assert.Empty(Check.Findings(
        new RegionsAreKept(),
        Check.Stored(),
        "2025-05,,320902,loans.all.balance,rmb_fx,1.00,亿元",
        "2025-06,,320900,loans.all.balance,rmb_fx,1.00,亿元"));

    [Fact]
    public void Check_FirstMonthThatCanBeWritten_HasNoMonthBefore()
    {
        Figure figure = new(
            new SeriesKey(IndicatorCodes.LoansAll, "rmb_fx", "B1", "320900"), new YearMonth(1900, 1), null, new SourceCell("", 3, 6));

        Assert.Empty(new RegionsAreKept().Check(
            new ParsedFile(LayoutNames.TidyReturn, [figure], [], [], [], Synthetic: true, Received: null),
            Check.Stored(("2025-05", 100m))));
    }

    private static List<Finding> Findings((string Month, decimal Yi) stored, params IReadOnlyList<string> rows) =>
        Check.Findings(new RegionsAreKept(), Check.Stored(stored), rows);
}
