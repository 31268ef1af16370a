using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Units;
using static SmeKpi.Core.Tests.Supervision.Supervised;

namespace SmeKpi.Core.Tests.Supervision;

public sealed class TaxReliefTests
{
    [Theory]
    [InlineData(true, 111, true)]
    [InlineData(true, 110, true)]
    [InlineData(true, 109, false)]
    [InlineData(false, 111, false)]
    public void Qualifies_LocalBankThatMetLastYearsGoal(bool isLocal, int inclusive, bool expected) => Assert.Equal(
        expected,
        TaxRelief.Of(Bank2024(isLocal).Balances("2024-12", 110m, inclusive).Tested("2025-06")).Qualifies);

    [Fact]
    public void Qualifies_LastYearNotKnown_CannotBeSaid()
    {
        Assert.Null(TaxRelief.Of(Bank2024(true).Tested("2025-06")).Qualifies);
        Assert.False(TaxRelief.Of(Bank2024(false).Tested("2025-06")).Qualifies);
    }

    [Theory]
    [InlineData(5.0, true)]
    [InlineData(6.0, false)]
    public void Qualifies_DifferentiatedBank_AnswersForItsPlan(double plan, bool expected) => Assert.Equal(
        expected,
        TaxRelief.Of(Bank2024(true).Balances("2024-12", 110m, 105m).Tested(
            "2025-06", Decided(2024, AssessmentMode.Differentiated, planYi: (decimal)plan))).Qualifies);

    [Fact]
    public void Qualifies_ExemptLastYear_CannotBeSaid() => Assert.Null(
        TaxRelief.Of(Bank2024(true).Balances("2024-12", 110m, 111m).Tested(
            "2025-06", Decided(2024, AssessmentMode.Exempt))).Qualifies);

    [Fact]
    public void Qualifies_AfterTheAnnouncementLapsed_IsFalse() => Assert.False(
        TaxRelief.Of(new City().Bank(Own, isLocal: true).Balances("2026-12", 100m, 100m).Balances("2027-12", 110m, 120m)
            .Tested("2028-01")).Qualifies);

    [Theory]
    [InlineData("2023-07", false)]
    [InlineData("2023-08", true)]
    [InlineData("2027-12", true)]
    [InlineData("2028-01", false)]
    public void IsInForce_FromTheMonthOfTheAnnouncement(string month, bool expected) =>
        Assert.Equal(expected, TaxRelief.Of(new City().Bank(Own).Tested(month)).IsInForce);

    [Fact]
    public void Qualifies_BeforeTheAnnouncement_IsFalse() => Assert.False(
        TaxRelief.Of(new City().Bank(Own, isLocal: true).Balances("2017-12", 100m, 100m).Balances("2018-12", 110m, 120m)
            .Tested("2019-06")).Qualifies);

    [Theory]
    [InlineData(3.0, 4.50, 4.50, true)]
    [InlineData(3.0, 4.50, 4.51, false)]
    [InlineData(3.1, 4.65, 4.60, true)]
    public void Ceiling_IsOneAndAHalfTimesTheLpr(double lpr, double ceiling, double rate, bool below)
    {
        TaxRelief relief = TaxRelief.Of(new City().Bank(Own).Lpr("2025-06", (decimal)lpr)
            .Reported(Own, "2025-06", IndicatorCodes.LoansInclusiveMseGranted, ScopeCodes.Nfra, 100m)
            .Reported(Own, "2025-06", IndicatorCodes.LoansInclusiveMseInterest, ScopeCodes.Nfra, (decimal)rate)
            .Tested("2025-06"));

        Assert.Equal(Percentage.FromPercent((decimal)ceiling), relief.Ceiling);
        Assert.Equal(below, relief.AverageIsBelow);
    }

    [Fact]
    public void Ceiling_LprOrGrantsNotKnown_CannotBeSaid()
    {
        TaxRelief relief = TaxRelief.Of(new City().Bank(Own).Tested("2025-06"));

        Assert.Null(relief.Ceiling);
        Assert.Null(relief.AverageRate);
        Assert.Null(relief.AverageIsBelow);
    }

    private static City Bank2024(bool isLocal) => new City().Bank(Own, isLocal: isLocal).Balances("2023-12", 100m, 100m);
}
