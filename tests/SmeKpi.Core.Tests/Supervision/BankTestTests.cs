using SmeKpi.Core.Calendar;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Supervision.Tests;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Units;
using static SmeKpi.Core.Tests.Supervision.Supervised;

namespace SmeKpi.Core.Tests.Supervision;

public sealed class BankTestTests
{
    [Theory]
    [InlineData(110, 115, "2025-06", 5, Standing.OnTrack)]
    [InlineData(110, 110, "2025-06", 0, Standing.OnTrack)]
    [InlineData(110, 109, "2025-06", -1, Standing.Behind)]
    [InlineData(110, 108, "2025-06", -2, Standing.FarBehind)]
    [InlineData(110, 110, "2025-12", 0, Standing.Achieved)]
    [InlineData(110, 109, "2025-12", -1, Standing.Missed)]
    [InlineData(110, 109, "2024-12", -1, Standing.Missed)]
    [InlineData(110, 109, "2024-11", -1, Standing.Behind)]
    [InlineData(110, 100, "2024-11", -10, Standing.FarBehind)]
    [InlineData(110, 109, "2026-06", -1, Standing.NoTarget)]
    public void GrowthGap_BothBalancesOf100AYearAgo_IsJudgedByTheYear(
        int all, int inclusive, string month, int gap, Standing expected)
    {
        BankTestResult result = Grown(all, inclusive, month).Tested(month).Test(GrowthGapTest.Id);

        Assert.Equal(new Quantity(gap, Unit.Points), result.Value.Value);
        Assert.Equal(expected, result.Standing);
    }

    [Fact]
    public void GrowthGap_InAYearOfThePolicy_HasTheVerdictOfItsTarget()
    {
        City city = Grown(110m, 108m, "2025-06");

        Assert.Equal(
            city.Read(InclusiveGrowthGap.Id, "2025-06", bank: Own).Standing,
            city.Tested("2025-06").Test(GrowthGapTest.Id).Standing);
    }

    [Fact]
    public void GrowthGap_BaseOfZero_IsNotAssessable()
    {
        BankTestResult result = new City().Bank(Own).Balances("2024-06", 100m, 0m).Balances("2025-06", 110m, 1m)
            .Tested("2025-06").Test(GrowthGapTest.Id);

        Assert.Equal((Standing.NotAssessable, WithoutVerdict.NoBalance), (result.Standing, result.Why));
    }

    [Theory]
    [InlineData(4.0, Standing.Achieved)]
    [InlineData(4.00000001, Standing.Missed)]
    public void NplGap_AllLoansAtOnePercent_ExactlyThreePointsPasses(double npl, Standing expected) => Assert.Equal(
        expected,
        new City().Bank(Own).Balances("2025-06", 1_000m, 100m).Npl("2025-06", 10m, (decimal)npl)
            .Tested("2025-06").Test(NplGapTest.Id).Standing);

    [Fact]
    public void NplGap_NoInclusiveBalance_IsNotAssessable()
    {
        BankTestResult result = new City().Bank(Own).Balances("2025-06", 1_000m, 0m).Npl("2025-06", 10m, 0m)
            .Tested("2025-06").Test(NplGapTest.Id);

        Assert.Equal((Standing.NotAssessable, WithoutVerdict.NoBalance), (result.Standing, result.Why));
    }

    [Theory]
    [InlineData(500, 500, "2025-06", 0, Standing.OnTrack)]
    [InlineData(500, 499, "2025-06", -1, Standing.Behind)]
    [InlineData(500, 499, "2025-12", -1, Standing.Missed)]
    [InlineData(500, 501, "2025-12", 1, Standing.Achieved)]
    public void BorrowerGap_AgainstTwelveMonthsBefore_MustNotFall(
        int before, int now, string month, int gap, Standing expected)
    {
        string earlier = YearMonth.Parse(month).AddMonths(-12).ToString();
        BankTestResult result = new City().Bank(Own).Borrowers(Own, earlier, before).Borrowers(Own, month, now)
            .Tested(month).Test(BorrowerGapTest.Id);

        Assert.Equal((new Quantity(gap, Unit.Count), expected), (result.Value.Value!.Value, result.Standing));
    }

    [Fact]
    public void BorrowerGap_MergedBank_CountsItsPredecessors()
    {
        City city = new City().Bank("P", closed: "2025-01", successor: Own).Bank(Own)
            .Borrowers("P", "2024-06", 30m).Borrowers(Own, "2024-06", 70m).Borrowers(Own, "2025-06", 99m);

        Assert.Equal(new Quantity(-1m, Unit.Count), city.Tested("2025-06").Test(BorrowerGapTest.Id).Value.Value);
    }

    [Fact]
    public void RateChange_BankWhoseRateFell_ShowsTheDropWithoutAVerdict()
    {
        City city = new City().Bank(Own);
        foreach (int month in Enumerable.Range(1, 12))
        {
            city.Granted(Own, $"2024-{month:00}", 10m, 4.0m);
        }

        BankTestResult result = city.Granted(Own, "2025-01", 10m, 3.5m).Tested("2025-01").Test(RateChangeTest.Id);

        Assert.Equal(new Quantity(50m, Unit.BasisPoints), result.Value.Value);
        Assert.Equal((Standing.NoTarget, WithoutVerdict.NoThreshold), (result.Standing, result.Why));
    }

    [Theory]
    [InlineData(6.0, "2025-06", Standing.OnTrack)]
    [InlineData(5.99, "2025-06", Standing.Behind)]
    [InlineData(12.0, "2025-12", Standing.Achieved)]
    [InlineData(11.99, "2025-12", Standing.Missed)]
    public void CreditPlan_TwelveInTheYear_IsDueByElapsedMonths(double increment, string month, Standing expected) =>
        Assert.Equal(expected, Plan((decimal)increment, month, AssessmentMode.Differentiated).Standing);

    [Fact]
    public void CreditPlan_NormalBank_HasNoVerdict() => Assert.Equal(
        (Standing.NoTarget, WithoutVerdict.NoThreshold),
        (Plan(1m, "2025-06", AssessmentMode.Normal).Standing, Plan(1m, "2025-06", AssessmentMode.Normal).Why));

    [Fact]
    public void CreditPlan_CoverageAdjustment_IsNotLent() => Assert.Equal(
        Money.FromYiYuan(7m).ToQuantity(),
        new City().Bank(Own).Balances("2024-12", 500m, 100m).Balances("2025-06", 500m, 110m)
            .Reported(Own, "2025-04", IndicatorCodes.LoansInclusiveMseCoverageAdjustment, ScopeCodes.Nfra, 3m)
            .Tested("2025-06").Test(CreditPlanTest.Id).Value.Value);

    [Theory]
    [InlineData(AssessmentMode.Differentiated, WithoutVerdict.Differentiated)]
    [InlineData(AssessmentMode.Exempt, WithoutVerdict.Exempt)]
    public void GrowthGap_BankThatIsAssessedOtherwise_IsShownOnly(AssessmentMode mode, WithoutVerdict why)
    {
        BankTestResult result = Grown(110m, 90m, "2025-06")
            .Tested("2025-06", Decided(2025, mode, planYi: 1m)).Test(GrowthGapTest.Id);

        Assert.Equal(new Quantity(-20m, Unit.Points), result.Value.Value);
        Assert.Equal((Standing.NoTarget, why, false), (result.Standing, result.Why, result.IsFailed));
    }

    [Fact]
    public void Tests_ExemptBank_HaveNoVerdictOnLending() => Assert.All(
        BankTestCatalog.Evaluate(Grown(110m, 90m, "2025-06").Npl("2025-06", 1m, 50m)
            .Tested("2025-06", Decided(2025, AssessmentMode.Exempt))).Take(5),
        result => Assert.Equal(Standing.NoTarget, result.Standing));

    [Fact]
    public void Assessment_DecidedAfterTheDayShown_IsNotKnown()
    {
        BankInput input = Grown(110m, 90m, "2025-06").Tested("2025-06", Decided(2025, AssessmentMode.Exempt));

        Assert.Equal(AssessmentMode.Exempt, input.Mode);
        Assert.Equal(AssessmentMode.Normal, (input with { Today = new DateOnly(2025, 1, 31) }).Mode);
        Assert.Equal(AssessmentMode.Normal, input.In(new YearMonth(2024, 6)).Mode);
    }

    [Fact]
    public void Tests_NothingKnown_AreNeverGood() => Assert.All(
        BankTestCatalog.Evaluate(new City().Bank(Own).Tested("2025-06")),
        result =>
        {
            Assert.Null(result.Value.Value);
            Assert.Contains(result.Standing, new[] { Standing.NotAssessable, Standing.NoTarget });
        });

    [Theory]
    [InlineData(19, 1, 0, 95, Standing.Achieved)]
    [InlineData(18, 1, 1, 90, Standing.Missed)]
    public void FilingDiscipline_DueReturns_AreCountedByTheirState(
        int onTime, int late, int overdue, int percent, Standing expected)
    {
        FilingState[] states =
        [
            .. Enumerable.Repeat(FilingState.Received, onTime),
            .. Enumerable.Repeat(FilingState.Late, late),
            .. Enumerable.Repeat(FilingState.Overdue, overdue),
            FilingState.NotDue, FilingState.DueSoon, FilingState.Waiting, FilingState.NotRequired,
        ];
        BankTestResult result = (new City().Bank(Own).Tested("2025-12") with
        {
            Filings = [.. states.Select(state => Filed("2025-03", state)), Filed("2024-12", FilingState.Overdue), Filed("2026-01", FilingState.Overdue)],
        }).Test(FilingDisciplineTest.Id);

        Assert.Equal((new Quantity(percent, Unit.Percent), expected), (result.Value.Value!.Value, result.Standing));
        Assert.Equal([onTime, late, overdue], result.Value.Counts.Select(count => count.Number));
    }

    [Fact]
    public void DataQuality_MonthWithARejectedVersion_IsNotClean()
    {
        BankTestResult result = (new City().Bank(Own).Tested("2025-12") with
        {
            Versions =
            [
                Version("2025-08", SubmissionState.Published),
                Version("2025-09", SubmissionState.Rejected), Version("2025-09", SubmissionState.Published),
                Version("2025-10", SubmissionState.ToExplain),
                Version("2025-11", SubmissionState.Signed),
                Version("2025-12", SubmissionState.Withdrawn), Version("2025-12", SubmissionState.Checking),
                Version("2024-12", SubmissionState.Unreadable),
            ],
        }).Test(DataQualityTest.Id);

        Assert.Equal((new Quantity(50m, Unit.Percent), Standing.Missed), (result.Value.Value!.Value, result.Standing));
    }

    [Fact]
    public void DataQuality_RefusedVersionTakenBack_StillCounts()
    {
        BankInput input = new City().Bank(Own).Tested("2025-12") with
        {
            Versions =
            [
                Version("2025-08", SubmissionState.Published),
                Version("2025-09", SubmissionState.Withdrawn, wasRefused: true), Version("2025-09", SubmissionState.Published),
                Version("2025-10", SubmissionState.Withdrawn, wasRefused: true),
                Version("2025-11", SubmissionState.Withdrawn), Version("2025-11", SubmissionState.Published),
                Version("2025-12", SubmissionState.Withdrawn),
            ],
        };

        TestValue value = input.Test(DataQualityTest.Id).Value;

        Assert.Equal([("clean", 2), ("filed", 4)], value.Counts.Select(count => (count.Name, count.Number)));
        Assert.Equal(new Quantity(50m, Unit.Percent), value.Value);
    }

    [Fact]
    public void FilingDiscipline_FiledLongAfterTheDayAndNotPublished_IsLate()
    {
        BankTestResult result = (new City().Bank(Own).Tested("2025-12") with
        {
            Filings =
            [
                .. Enumerable.Range(1, 8).Select(month => Filed($"2025-0{month}", FilingState.Received)),
                Filed("2025-09", FilingState.Waiting), Filed("2025-10", FilingState.Waiting, days: 30), Filed("2025-11", FilingState.Overdue, days: 3),
            ],
        }).Test(FilingDisciplineTest.Id);

        Assert.Equal([8, 1, 1], result.Value.Counts.Select(count => count.Number));
        Assert.Equal(new Quantity(80m, Unit.Percent), result.Value.Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Assessment_ChangedLater_HoldsFromItsDayInWhateverOrder(bool isInOrder)
    {
        Assessment first = Decided(2025, AssessmentMode.Exempt);
        Assessment later = Decided(2025, AssessmentMode.Differentiated, planYi: 1m) with { DecidedOn = new DateOnly(2025, 9, 1) };
        BankInput input = Grown(110m, 90m, "2025-06").Tested("2025-06", isInOrder ? [first, later] : [later, first]);

        Assert.Equal(AssessmentMode.Exempt, (input with { Today = new DateOnly(2025, 8, 31) }).Mode);
        Assert.Equal(AssessmentMode.Differentiated, (input with { Today = new DateOnly(2025, 9, 1) }).Mode);
    }

    [Theory]
    [InlineData(GrowthGapTest.Id)]
    [InlineData(CreditPlanTest.Id)]
    public void Test_CoverageAdjustmentMadeUp_IsAmongTheFiguresAndMarked(string test)
    {
        City city = new City().Bank(Own).Balances("2024-06", 100m, 100m).Balances("2024-12", 100m, 100m).Balances("2025-06", 110m, 110m);

        TestValue without = city.Tested("2025-06").Test(test).Value;
        TestValue with = city.MadeUp(Own, "2025-04", IndicatorCodes.LoansInclusiveMseCoverageAdjustment, ScopeCodes.Nfra, 3m)
            .Tested("2025-06").Test(test).Value;

        Assert.False(without.Synthetic);
        Assert.True(with.Synthetic);
        Assert.Contains(with.Figures, figure => figure.Request.Indicator == IndicatorCodes.LoansInclusiveMseCoverageAdjustment);
        Assert.Equal(without.Figures.Count + 1, with.Figures.Count);
    }

    [Fact]
    public void CreditPlan_WithAnAdjustment_EndsWithTheBalanceItLeadsTo() => Assert.Equal(
        [IndicatorCodes.LoansInclusiveMse, IndicatorCodes.LoansInclusiveMseCoverageAdjustment, IndicatorCodes.LoansInclusiveMse],
        new City().Bank(Own).Balances("2024-12", 500m, 100m).Balances("2025-06", 500m, 110m)
            .Reported(Own, "2025-04", IndicatorCodes.LoansInclusiveMseCoverageAdjustment, ScopeCodes.Nfra, 3m)
            .Tested("2025-06").Test(CreditPlanTest.Id).Value.Figures.Select(figure => figure.Request.Indicator));

    [Fact]
    public void Sheet_LastYearLprOrDecisionMadeUp_IsMarked()
    {
        Assert.False(Sheet(new City()).Synthetic);
        Assert.True(Sheet(new City().MadeUp(Own, "2023-12", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 100m)).Synthetic);
        Assert.True(Sheet(new City().Lpr("2025-06", 3m, synthetic: true)).Synthetic);
        Assert.True(Sheet(new City(), Decided(2024, AssessmentMode.Exempt)).Synthetic);
        Assert.False(Sheet(new City().Lpr("2025-06", 3m)).Synthetic);

        static BankSheet Sheet(City city, params Assessment[] decided)
        {
            BankInput input = city.Bank(Own).Tested("2025-06", decided);
            return Assert.Single(BankSheets.Of(input.Figures.Figures.Master, input.Month, _ => input));
        }
    }

    private static City Grown(decimal all, decimal inclusive, string month) => new City().Bank(Own)
        .Balances(YearMonth.Parse(month).AddMonths(-12).ToString(), 100m, 100m)
        .Balances(month, all, inclusive);

    private static BankTestResult Plan(decimal increment, string month, AssessmentMode mode) => new City().Bank(Own)
        .Balances("2024-12", 500m, 100m).Balances(month, 500m, 100m + increment)
        .Tested(month, Decided(2025, mode, planYi: 12m)).Test(CreditPlanTest.Id);
}
