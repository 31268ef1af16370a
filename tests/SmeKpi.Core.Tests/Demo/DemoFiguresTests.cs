using SmeKpi.Core.Demo;

namespace SmeKpi.Core.Tests.Demo;

public sealed class DemoFiguresTests
{
    // Part, scope, whole, scope: on every row of the same file, bank, area and month.
    private static readonly (string, string, string, string)[] s_parts =
    [
        ("loans.all.balance", "rmb", "loans.all.balance", "rmb_fx"),
        ("loans.all.npl", "rmb_fx", "loans.all.balance", "rmb_fx"),
        ("loans.inclusive_mse.balance", "nfra", "loans.all.balance", "rmb_fx"),
        ("loans.inclusive_mse.balance", "pboc", "loans.all.balance", "rmb_fx"),
        ("loans.inclusive_mse.npl", "nfra", "loans.inclusive_mse.balance", "nfra"),
        ("loans.inclusive_mse.npl", "nfra", "loans.all.npl", "rmb_fx"),
        ("loans.corporate.interest", "-", "loans.corporate.granted", "-"),
        ("loans.inclusive_mse.interest_ytd", "nfra", "loans.inclusive_mse.granted_ytd", "nfra"),
        ("loans.manufacturing_mlt.balance", "rmb_fx", "loans.medium_long_term.balance", "rmb_fx"),
        ("loans.renewed_without_repayment", "-", "loans.mse.due", "-"),
        ("deposits.all.balance", "rmb", "deposits.all.balance", "rmb_fx"),
    ];

    private static readonly HashSet<string> s_adjustments =
        ["loans.all.coverage_adjustment", "loans.inclusive_mse.coverage_adjustment"];

    [Theory]
    [InlineData(40, DemoOptions.DefaultSeed)]
    [InlineData(60, DemoOptions.DefaultSeed)]
    [InlineData(40, 1UL)]
    [InlineData(7, 99UL)]
    public void EveryRow_PartIsWithinTheWhole(int banks, ulong seed)
    {
        IReadOnlyList<DemoRow> rows = DemoRows.Read(DemoCity.Generate(
            new DemoOptions { Banks = banks, Months = 40, Seed = seed }));
        var values = rows.ToDictionary(
            row => (row.File, row.Month, row.Bank, row.Area, row.Indicator, row.Scope), row => row.Value);
        int compared = 0;

        foreach ((string part, string partScope, string whole, string wholeScope) in s_parts)
        {
            foreach (DemoRow row in rows.Where(row => row.Indicator == part && row.Scope == partScope))
            {
                decimal limit = values[(row.File, row.Month, row.Bank, row.Area, whole, wholeScope)];
                Assert.True(row.Value <= limit, $"{row}: above {whole} {limit}");
                compared++;
            }
        }

        Assert.True(compared > rows.Count / 4);
        Assert.All(
            rows.Where(row => !s_adjustments.Contains(row.Indicator)), row => Assert.True(row.Value >= 0m, $"{row}"));
    }

    [Fact]
    public void CityTotal_EndOf2024_IsNear12000Yi()
    {
        decimal published = City("2024-12", "").Single().Value;
        decimal banks = City("2024-12", "D").Sum(row => row.Value) / 10_000m;

        Assert.InRange(published, 11_950m, 12_050m);
        Assert.InRange(published / banks, 1.002m, 1.004m);
    }

    [Fact]
    public void PublishedCity_IsTheSumOfItsAreas()
    {
        DemoRow[] published = [.. DemoRows.All.Where(row => row.Bank.Length == 0)];
        var areas = published.Where(row => row.Area != "320900")
            .ToLookup(row => (row.Month, row.Indicator, row.Scope), row => row.Value);

        Assert.Equal(28, published.Select(row => row.Month).Distinct().Count());
        Assert.All(
            published.Where(row => row.Area == "320900"),
            city => Assert.Equal(areas[(city.Month, city.Indicator, city.Scope)].Sum(), city.Value));
    }

    [Fact]
    public void YearToDateFlows_NeverFallWithinAYearAndBeginAgainInJanuary()
    {
        var series = DemoRows.All
            .Where(row => row.Indicator.EndsWith("_ytd", StringComparison.Ordinal)
                && !row.File.StartsWith("corrections/", StringComparison.Ordinal))
            .GroupBy(row => (row.Bank, row.Indicator));

        foreach (IGrouping<(string, string), DemoRow> one in series)
        {
            DemoRow? before = null;
            foreach (DemoRow row in one.OrderBy(row => row.Month, StringComparer.Ordinal))
            {
                bool january = row.Month.EndsWith("-01", StringComparison.Ordinal);
                Assert.True(
                    before is null || row.Value == 0m
                        || (january ? row.Value < before.Value : row.Value >= before.Value),
                    $"{before} then {row}");
                before = row;
            }
        }
    }

    [Fact]
    public void MonthToMonth_NoBalanceOfABankJumps()
    {
        var balances = DemoRows.All
            .Where(row => row is { Indicator: "loans.all.balance", Scope: "rmb_fx" } && row.Bank.Length > 0)
            .Where(row => !row.File.StartsWith("corrections/", StringComparison.Ordinal) && row.Bank != "D018")
            .GroupBy(row => (row.Bank, row.Month))
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Value));

        Assert.All(balances.Keys.GroupBy(key => key.Bank), bank =>
        {
            decimal[] course = [.. bank.OrderBy(key => key.Month, StringComparer.Ordinal).Select(key => balances[key])];
            Assert.All(course.Zip(course.Skip(1)), step => Assert.InRange(step.Second / step.First, 0.97m, 1.10m));
        });
    }

    /// <summary>The published total of the city, or the rows of all banks.</summary>
    private static IEnumerable<DemoRow> City(string month, string bank) => DemoRows.All.Where(row =>
        row is { Indicator: "loans.all.balance", Scope: "rmb_fx" } && row.Month == month
        && (bank.Length == 0 ? row is { Bank: "", Area: "320900" } : row.Bank.Length > 0));
}
