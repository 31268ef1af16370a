using SmeKpi.Core.Validation.Rules;

namespace SmeKpi.Core.Tests.Validation.Rules;

public sealed class BalanceRuleTests
{
    private const string Inclusive = "loans.inclusive_mse.balance,nfra";
    private const string InclusiveNpl = "loans.inclusive_mse.npl,nfra";
    private const string AllNpl = "loans.all.npl,rmb_fx";

    [Theory]
    [InlineData(Check.Loans, 5, 0)]
    [InlineData(Check.Loans, 0, 0)]
    [InlineData(Check.Loans, 0.00000001, 0)]
    [InlineData("loans.all.coverage_adjustment,rmb_fx", -5, 0)]
    [InlineData(Check.Loans, -5, 1)]
    [InlineData(Check.Loans, -0.00000001, 1)]
    [InlineData(AllNpl, -1, 1)]
    public void BalanceIsNotNegative_Value_DependsOnTheIndicator(string series, double yi, int findings) => Assert.Equal(
        findings, Check.Count(new BalanceIsNotNegative(), Check.Stored(), Check.Row("2025-06", (decimal)yi, series)));

    [Theory]
    [InlineData(30, 100, 0)]
    [InlineData(0, 100, 0)]
    [InlineData(99.99999999, 100, 0)]
    [InlineData(100, 100, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(100.00000001, 100, 1)]
    [InlineData(101, 100, 1)]
    [InlineData(1, 0, 1)]
    public void InclusiveMseWithinAllLoans_Part_IsAtMostTheWhole(double part, double whole, int findings) => Assert.Equal(
        findings,
        Check.Count(
            new InclusiveMseWithinAllLoans(), Check.Stored(),
            Check.Row("2025-06", (decimal)part, Inclusive), Check.Row("2025-06", (decimal)whole)));

    [Fact]
    public void InclusiveMseWithinAllLoans_WithoutForeignCurrency_ComparesWithRmb()
    {
        string[] rmb = [Check.Row("2025-06", 30m, Inclusive), Check.Row("2025-06", 20m, "loans.all.balance,rmb")];

        Assert.Equal(1, Check.Count(new InclusiveMseWithinAllLoans(), Check.Stored(), rmb));
        Assert.Equal(0, Check.Count(new InclusiveMseWithinAllLoans(), Check.Stored(), [.. rmb, Check.Row("2025-06", 40m)]));
    }

    [Fact]
    public void InclusiveMseWithinAllLoans_OtherMonthOrUnreported_IsNotCompared()
    {
        Assert.Equal(0, Check.Count(
            new InclusiveMseWithinAllLoans(), Check.Stored(),
            Check.Row("2025-06", 30m, Inclusive), Check.Row("2025-05", 20m)));
        Assert.Equal(0, Check.Count(
            new InclusiveMseWithinAllLoans(), Check.Stored(),
            Check.Row("2025-06", 30m, Inclusive), "2025-06,B1,320902,loans.all.balance,rmb_fx,,亿元"));
    }

    [Theory]
    [InlineData(AllNpl, Check.Loans, 1, 100, 0)]
    [InlineData(InclusiveNpl, Inclusive, 1, 100, 0)]
    [InlineData(InclusiveNpl, Check.Loans, 101, 100, 0)]
    [InlineData(AllNpl, Check.Loans, 100, 100, 0)]
    [InlineData(AllNpl, Check.Loans, 100.00000001, 100, 1)]
    [InlineData(AllNpl, Check.Loans, 200, 100, 1)]
    [InlineData(InclusiveNpl, Inclusive, 101, 100, 1)]
    public void NplWithinBalance_Npl_IsAtMostItsOwnBalance(
        string npl, string balance, double bad, double total, int findings) => Assert.Equal(
            findings,
            Check.Count(
                new NplWithinBalance(), Check.Stored(),
                Check.Row("2025-06", (decimal)bad, npl), Check.Row("2025-06", (decimal)total, balance)));
}
