using SmeKpi.Core.Calendar;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Supervision.Warnings;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Units;
using static SmeKpi.Core.Tests.Supervision.Supervised;

namespace SmeKpi.Core.Tests.Supervision;

public sealed class WarningTests
{
    [Theory]
    [InlineData(3.49, false)]
    [InlineData(3.50, true)]
    [InlineData(4.00, true)]
    [InlineData(4.01, false)]
    public void NplGapNear_AllLoansAtOnePercent_SpeaksWithinHalfAPointOfTheLimit(double npl, bool warns) => Assert.Equal(
        warns,
        Speaks("npl-gap-near", new City().Bank(Own).Balances("2025-06", 1_000m, 100m).Npl("2025-06", 10m, (decimal)npl).Tested("2025-06")));

    [Theory]
    [InlineData(103, 102, 101, 100, true)]
    [InlineData(103, 102, 102, 100, false)]
    [InlineData(100, 103, 102, 101, false)]
    public void BalanceFalling_ThreeMonthsRunning_Speaks(int march, int april, int may, int june, bool warns) =>
        Assert.Equal(warns, Speaks("balance-falling", Run(march, april, may, june).Tested("2025-06")));

    [Fact]
    public void BalanceFalling_AMonthUnreported_IsSilent() => Assert.False(Speaks(
        "balance-falling",
        Run(103, 102, 101, 100).NotReported(Own, "2025-04", IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra).Tested("2025-06")));

    [Fact]
    public void BalanceFalling_BecauseCoverageShrank_IsSilent() => Assert.False(Speaks(
        "balance-falling",
        Run(103, 102, 101, 100)
            .Reported(Own, "2025-05", IndicatorCodes.LoansInclusiveMseCoverageAdjustment, ScopeCodes.Nfra, -1m)
            .Tested("2025-06")));

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void LateTwice_WithinThreeMonths_Speaks(int late, bool warns) => Assert.Equal(warns, Speaks(
        "late-twice",
        new City().Bank(Own).Tested("2025-06") with
        {
            Filings =
            [
                .. Enumerable.Range(0, late).Select(at => Filed($"2025-0{6 - (2 * at)}", at == 0 ? FilingState.Late : FilingState.Overdue)),
                Filed("2025-05", FilingState.Waiting), Filed("2025-03", FilingState.Late), Filed("2025-07", FilingState.Overdue), Filed("2025-05", FilingState.Received),
            ],
        }));

    [Fact]
    public void LateTwice_FiledLateButNotPublished_Speaks() => Assert.True(Speaks(
        "late-twice",
        new City().Bank(Own).Tested("2025-06") with
        {
            Filings = [Filed("2025-05", FilingState.Late, days: 4), Filed("2025-06", FilingState.Waiting, days: 20)],
        }));

    [Theory]
    [InlineData(4.01, true)]
    [InlineData(4.00, false)]
    public void RateRising_AboveLastYears_Speaks(double rate, bool warns)
    {
        City city = new City().Bank(Own).Granted(Own, "2025-01", 10m, (decimal)rate);
        foreach (int month in Enumerable.Range(1, 12))
        {
            city.Granted(Own, $"2024-{month:00}", 10m, 4.0m);
        }

        Assert.Equal(warns, Speaks("rate-rising", city.Tested("2025-01")));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public void BelowPeers_LowestOfTheGroup_SpeaksOnlyWithTenPeers(int banks, bool warns)
    {
        City city = new();
        foreach (int at in Enumerable.Range(0, banks))
        {
            string code = at == 0 ? Own : $"B{at}";
            city.Bank(code).Balances("2024-06", 100m, 100m, code).Balances("2025-06", 110m, 110m + at, code);
        }

        IReadOnlyList<BankSheet> sheets = Sheets(city);

        Assert.Equal(warns ? [Own] : [], sheets.SelectMany(sheet => sheet.Warnings).Select(warning => warning.Bank));
        Assert.All(sheets.SelectMany(sheet => sheet.Warnings), warning => Assert.Equal(
            [("value", 0m), ("percentile", 0.9m), ("peers", 10m)],
            warning.Evidence.Select(fact => (fact.Label, fact.Value.Number))));
    }

    [Fact]
    public void Warnings_NothingKnown_AreSilent() => Assert.Empty(Of(new City().Bank(Own).Tested("2025-06")));

    [Fact]
    public void Warning_OutsideItsMonths_IsSilent() => Assert.DoesNotContain(
        Rules.Warnings.Where(rule => rule.HoldsIn(new YearMonth(2027, 1))), rule => rule.Id == "npl-gap-near");

    private static City Run(params int[] balances)
    {
        City city = new City().Bank(Own);
        for (int at = 0; at < balances.Length; at++)
        {
            city.Balances($"2025-0{3 + at}", 500m, balances[at]);
        }

        return city;
    }

    private static IReadOnlyList<BankSheet> Sheets(City city)
    {
        KpiInput input = city.Input("2025-06", City.Code, Own);
        return BankSheets.Of(input.Figures.Master, input.Month, bank => new BankInput(
            input with { Subject = new Subject(City.Code, bank.Code) }, Rules, [], [], Today));
    }

    private static IReadOnlyList<Warning> Of(BankInput input) =>
        WarningCatalog.Of(input, BankTestCatalog.Evaluate(input), []);

    private static bool Speaks(string id, BankInput input) => Of(input).Any(warning => warning.Rule.Id == id);
}
