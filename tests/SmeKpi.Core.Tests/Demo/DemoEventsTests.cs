namespace SmeKpi.Core.Tests.Demo;

/// <summary>The exceptions that the fictional city must contain, found in the bytes it writes.</summary>
public sealed class DemoEventsTests
{
    [Fact]
    public void NplGap_In2025_OneBankIsExactlyAtThreePointsAndOneAHairAbove()
    {
        Dictionary<string, decimal> gaps = Codes().ToDictionary(bank => bank, bank => Gap(bank, "2025-12"));

        Assert.Equal("D015", Assert.Single(gaps, gap => gap.Value == 3m).Key);
        Assert.Equal("D027", Assert.Single(gaps, gap => gap.Value > 3m && gap.Value < 3.005m).Key);
        Assert.Equal(3, gaps.Count(gap => gap.Value > 3.1m));
    }

    [Fact]
    public void NplGap_OfTheExactBank_IsThreePointsInEveryMonth() => Assert.All(
        DemoRows.All.Where(row => row.Bank == "D015").Select(row => row.Month).Distinct(),
        month => Assert.Equal(3m, Gap("D015", month)));

    [Fact]
    public void OneBank_NeverHasInclusiveLoansAndSaysSoExplicitly()
    {
        DemoRow[] rows = [.. DemoRows.All.Where(row => row.Bank == "D001"
            && row.Indicator.StartsWith("loans.inclusive_mse", StringComparison.Ordinal))];

        Assert.Equal(40 * ((11 * 3) + 3), rows.Length);
        Assert.All(rows, row => Assert.Equal(0m, row.Value));
    }

    [Fact]
    public void EveryOpenBank_ReportsEveryAreaInEveryMonthButOne()
    {
        var reported = DemoRows.All.Where(row => row is { Indicator: "loans.all.balance", Scope: "rmb_fx" })
            .Where(row => row.Bank.Length > 0 && !row.File.StartsWith("corrections/", StringComparison.Ordinal))
            .GroupBy(row => (row.Bank, row.Month)).ToDictionary(group => group.Key, group => group.Count());

        Assert.All(reported.Values, areas => Assert.Equal(11, areas));
        Assert.Equal(37, reported.Keys.Count(key => key.Month == "2025-09"));
        Assert.DoesNotContain(("D029", "2025-09"), reported.Keys);
        Assert.Equal(38, reported.Keys.Count(key => key.Month == "2025-10"));
    }

    [Fact]
    public void Returns_ComeOnTheEighthToTwelfth_ButOneInLateDecember()
    {
        string[] late = [.. DemoRows.Default.Where(file => file.Name.StartsWith("returns/", StringComparison.Ordinal))
            .Where(file => int.Parse(Received(file.Name).AsSpan(8, 2), null) is < 8 or > 12).Select(file => file.Name)];

        Assert.Equal("returns/2025-11/D011.csv", Assert.Single(late));
        Assert.Equal("2025-12-28", Received(late[0]));
    }

    [Fact]
    public void Correction_RestatesTheInclusiveLoansOfOneReturn()
    {
        DemoRow[] first = [.. DemoRows.All.Where(row => row.File == "returns/2025-06/D021.csv")];
        DemoRow[] second = [.. DemoRows.All.Where(row => row.File == "corrections/2025-06-D021.csv")];

        var changed = first.Zip(second).Where(pair => pair.First.Value != pair.Second.Value).ToArray();

        Assert.Equal("2025-08-05", Received("corrections/2025-06-D021.csv"));
        Assert.Equal(first.Length, second.Length);
        Assert.Equal(6, changed.Length);
        Assert.All(
            changed,
            pair => Assert.StartsWith("loans.inclusive_mse", pair.First.Indicator, StringComparison.Ordinal));
    }

    [Fact]
    public void Merger_TheSuccessorContinuesBothBanks()
    {
        decimal before = Balance("D033", "2024-08") + Balance("D034", "2024-08");

        Assert.Equal(0m, Balance("D033", "2024-09") + Balance("D034", "2024-09") + Balance("D035", "2024-08"));
        Assert.InRange(Balance("D035", "2024-09") / before, 0.98m, 1.04m);
        string master = DemoRows.Text(DemoRows.Default[0]);
        Assert.Equal(2, master.Split('\n').Count(line => line.Contains(",,2024-09,D035,", StringComparison.Ordinal)));
        Assert.Equal(1, master.Split('\n').Count(line => line.Contains(",2023-06,,", StringComparison.Ordinal)));
    }

    [Fact]
    public void CoverageAdjustments_StandOnCountyRowsOfApril2025AndInThePublishedTotals()
    {
        DemoRow[] rows = [.. DemoRows.All.Where(row =>
            row.Indicator.EndsWith("coverage_adjustment", StringComparison.Ordinal))];

        Assert.All(rows, row => Assert.Equal("2025-04", row.Month));
        Assert.All(rows.Where(row => row.Bank.Length > 0), row => Assert.NotEqual("320900", row.Area));
        Assert.Equal(["D005", "D019"], rows.Select(row => row.Bank).Where(bank => bank.Length > 0).Distinct().Order());
        Assert.Equal(18m, Assert.Single(rows, row => row is { Bank: "", Area: "320900", Scope: "rmb_fx" }).Value);
    }

    private static IEnumerable<string> Codes() => DemoRows.All
        .Where(row => row.Month == "2025-12" && row.Bank.Length > 0 && row.Bank != "D001")
        .Select(row => row.Bank).Distinct();

    private static decimal Balance(string bank, string month) =>
        DemoRows.Sum(bank, month, "loans.all.balance", "rmb_fx");

    private static decimal Gap(string bank, string month) =>
        100m * (Ratio(bank, month, "loans.inclusive_mse", "nfra") - Ratio(bank, month, "loans.all", "rmb_fx"));

    private static decimal Ratio(string bank, string month, string loans, string scope) =>
        DemoRows.Sum(bank, month, loans + ".npl", scope) / DemoRows.Sum(bank, month, loans + ".balance", scope);

    private static string Received(string name) =>
        DemoRows.Text(DemoRows.FortyMonths.Single(file => file.Name == name)).Split('\n')[3].Substring(12, 10);
}
