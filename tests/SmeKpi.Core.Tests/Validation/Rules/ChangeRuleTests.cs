using SmeKpi.Core.Validation.Rules;

namespace SmeKpi.Core.Tests.Validation.Rules;

public sealed class ChangeRuleTests
{
    [Theory]
    [InlineData(100, 105, 0)]
    [InlineData(100, 799.99999999, 0)]
    [InlineData(100, 12.50000001, 0)]
    [InlineData(0.99999999, 500, 0)]
    [InlineData(100, 0, 0)]
    [InlineData(100, 800, 1)]
    [InlineData(100, 12.5, 1)]
    [InlineData(100, 1000000, 1)]
    [InlineData(100, 0.01, 1)]
    [InlineData(1, 8, 1)]
    public void MagnitudeIsSteady_AgainstStored_RefusesEightfold(double stored, double filed, int findings) => Assert.Equal(
        findings,
        Check.Count(
            Check.Rule<MagnitudeIsSteady>(), Check.Stored(("2025-05", (decimal)stored)), Check.Row("2025-06", (decimal)filed)));

    [Theory]
    [InlineData("2025-05", 1)]
    [InlineData("2025-04", 1)]
    [InlineData("2025-03", 1)]
    [InlineData("2025-02", 0)]
    [InlineData("2025-07", 0)]
    public void MagnitudeIsSteady_StoredMonth_CountsForThreeMonths(string month, int findings) => Assert.Equal(
        findings,
        Check.Count(Check.Rule<MagnitudeIsSteady>(), Check.Stored((month, 100m)), Check.Row("2025-06", 1_000_000m)));

    [Fact]
    public void MagnitudeIsSteady_MonthBeforeInTheFile_RulesOverTheStoredOne()
    {
        string[] rows = [Check.Row("2025-05", 1_000m), Check.Row("2025-06", 1_000m)];

        Assert.Equal(0, Check.Count(Check.Rule<MagnitudeIsSteady>(), Check.Stored(("2025-05", 100m)), rows));
        Assert.Equal(1, Check.Count(Check.Rule<MagnitudeIsSteady>(), Check.Stored(("2025-04", 100m)), rows));
    }

    [Fact]
    public void MagnitudeIsSteady_NearestOfTwoStoredMonths_IsCompared() => Assert.Equal(
        0,
        Check.Count(
            Check.Rule<MagnitudeIsSteady>(), Check.Stored(("2025-03", 1m), ("2025-05", 100m)), Check.Row("2025-06", 100m)));

    [Fact]
    public void MagnitudeIsSteady_CountsAndFlows_AreNotJudged() => Assert.Equal(
        0,
        Check.Count(
            Check.Rule<MagnitudeIsSteady>(), Check.Stored(),
            "2025-05,B1,320902,loans.inclusive_mse.borrowers,nfra,1,户",
            "2025-06,B1,320902,loans.inclusive_mse.borrowers,nfra,900000000,户",
            Check.Row("2025-05", 1m, "loans.all.coverage_adjustment,rmb_fx"),
            Check.Row("2025-06", 100m, "loans.all.coverage_adjustment,rmb_fx")));

    [Theory]
    [InlineData(9.99999999, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(100, 0.00000001, 0)]
    [InlineData(10, 0, 1)]
    [InlineData(10.00000001, 0, 1)]
    [InlineData(5000, 0, 1)]
    public void ZeroAfterPositive_LargeBalanceGone_IsQuestioned(double stored, double filed, int findings) => Assert.Equal(
        findings,
        Check.Count(
            Check.Rule<ZeroAfterPositive>(), Check.Stored(("2025-05", (decimal)stored)), Check.Row("2025-06", (decimal)filed)));

    [Fact]
    public void ZeroAfterPositive_NotReported_IsNoZero() => Assert.Equal(
        0,
        Check.Count(
            Check.Rule<ZeroAfterPositive>(), Check.Stored(("2025-05", 100m)), "2025-06,B1,320902,loans.all.balance,rmb_fx,,亿元"));

    [Theory]
    [InlineData(100, 100, 0)]
    [InlineData(100, 120, 0)]
    [InlineData(100, 80, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(100, 120.00000001, 1)]
    [InlineData(100, 79.99999999, 1)]
    [InlineData(100, 0, 1)]
    [InlineData(0, 0.00000001, 1)]
    public void LargeRestatement_MoreThanAFifth_IsQuestioned(double stored, double filed, int findings) => Assert.Equal(
        findings,
        Check.Count(
            Check.Rule<LargeRestatement>(), Check.Stored(("2025-06", (decimal)stored)), Check.Row("2025-06", (decimal)filed)));

    [Fact]
    public void LargeRestatement_OtherMonth_IsNotCompared() => Assert.Equal(
        0, Check.Count(Check.Rule<LargeRestatement>(), Check.Stored(("2025-05", 100m)), Check.Row("2025-06", 500m)));
}
