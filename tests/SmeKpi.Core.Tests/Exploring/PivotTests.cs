using SmeKpi.Core.Access;
using SmeKpi.Core.Exploring;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Units;
using static SmeKpi.Core.Tests.Exploring.Ask;

namespace SmeKpi.Core.Tests.Exploring;

public sealed class PivotTests
{
    private const string Loans = IndicatorCodes.LoansAll;
    private const string Fx = ScopeCodes.RmbFx;

    [Fact]
    public void Build_BanksByMonth_HasTheirValuesAndTheSumOfEachMonth()
    {
        PivotTable table = Of(ThreeBanks(), Banks("2025-01", "2025-02"));

        Assert.Equal(["A", "B", "C"], table.Rows.Select(row => row.Head.Key));
        Assert.Equal([100m, 110m], table.Rows[0].Cells.Select(Yi));
        Assert.Equal([600m, 660m], table.Totals.Select(Yi));
        Assert.All(table.Totals, total => Assert.True(total!.IsComplete));
    }

    [Fact]
    public void Build_BalancesOverMonths_HaveNoSum() =>
        Assert.All(Of(ThreeBanks(), Banks("2025-01", "2025-02")).Rows, row => Assert.Null(row.Total));

    [Fact]
    public void Build_FlowsOverMonths_AreAddedUp()
    {
        City city = new City().Bank("A").Granted("A", "2025-01", 10m, 4m).Granted("A", "2025-02", 20m, 4m);

        PivotTable table = Of(city, Banks("2025-01", "2025-02") with { Indicators = [IndicatorCodes.LoansCorporateGranted] });

        Assert.Equal(30m, Yi(table.Rows[0].Total));
    }

    [Fact]
    public void Build_BankThatDidNotReport_IsMissingAndTheSumIsMarkedIncomplete()
    {
        City city = ThreeBanks().Bank("D");

        PivotTable table = Of(city, Banks("2025-01", "2025-01"));

        PivotCell missing = table.Rows.Single(row => row.Head.Key == "D").Cells[0];
        Assert.Equal((null, MissingReason.NotReported), (missing.Value, missing.Why));
        PivotCell sum = table.Totals[0]!;
        Assert.Equal((600m, MissingReason.Incomplete, 4, 3), (Yi(sum), sum.Why, sum.Expected, sum.Present));
    }

    [Fact]
    public void Build_ChangeOfAnIncompleteSum_IsNotShown()
    {
        City city = ThreeBanks().Bank("D").Reported("D", "2025-01", Loans, Fx, 50m);

        PivotTable table = Of(city, Banks("2025-02", "2025-02") with { Measure = ExplorationMeasure.ChangeOnMonth });

        Assert.Equal((null, MissingReason.Incomplete), (table.Totals[0]!.Value, table.Totals[0]!.Why));
        Assert.Equal(10m, Yi(table.Rows[0].Cells[0]));
    }

    [Fact]
    public void Build_BankNotYetOpen_IsNotMissingFromTheSum()
    {
        City city = ThreeBanks().Bank("N", opened: "2025-02").Reported("N", "2025-02", Loans, Fx, 5m);

        PivotTable table = Of(city, Banks("2025-01", "2025-02"));

        Assert.Equal(MissingReason.NotOpen, table.Rows.Single(row => row.Head.Key == "N").Cells[0].Why);
        Assert.Equal([600m, 665m], table.Totals.Select(Yi));
        Assert.All(table.Totals, total => Assert.True(total!.IsComplete));
    }

    [Fact]
    public void Build_MergedBank_ContinuesItsPredecessorAndCountsOnce()
    {
        City city = new City()
            .Bank("OLD", closed: "2025-02", successor: "NEW").Bank("NEW").Bank("X")
            .Reported("OLD", "2025-01", Loans, Fx, 30m)
            .Reported("NEW", "2025-01", Loans, Fx, 70m).Reported("NEW", "2025-02", Loans, Fx, 100m)
            .Reported("X", "2025-01", Loans, Fx, 1m).Reported("X", "2025-02", Loans, Fx, 1m);

        PivotTable all = Of(city, Banks("2025-01", "2025-02"));
        PivotTable both = Of(city, Banks("2025-01", "2025-02") with { Banks = BankChoice.Of("OLD", "NEW") });

        Assert.Equal(["NEW", "X"], all.Rows.Select(row => row.Head.Key));
        Assert.Equal([100m, 100m], all.Rows[0].Cells.Select(Yi));
        Assert.Equal([101m, 101m], all.Totals.Select(Yi));
        Assert.Equal(30m, Yi(both.Rows[0].Cells[0]));
        Assert.Equal([100m, 100m], both.Totals.Select(Yi));
    }

    [Fact]
    public void Build_TwoUnits_AreNeverAdded()
    {
        Exploration question = new()
        {
            Indicators = [Loans, "loans.inclusive_mse.borrowers"], From = new(2025, 1), To = new(2025, 1), Banks = BankChoice.All,
        };

        PivotTable table = Of(ThreeBanks(), question);

        Assert.False(table.HasColumnTotals);
        Assert.Equal(600m, Yi(table.Rows[0].Cells[0]));
    }

    [Fact]
    public void Build_GrowthOfASum_IsTheGrowthOfItsParts()
    {
        City city = new City().Bank("A").Bank("B")
            .Reported("A", "2024-06", Loans, Fx, 100m).Reported("A", "2025-06", Loans, Fx, 200m)
            .Reported("B", "2024-06", Loans, Fx, 300m).Reported("B", "2025-06", Loans, Fx, 300m);

        PivotTable table = Of(city, Banks("2025-06", "2025-06") with { Measure = ExplorationMeasure.GrowthOnYear });

        Assert.Equal(new Quantity(100m, Unit.Percent), table.Rows[0].Cells[0].Value);
        Assert.Equal(new Quantity(25m, Unit.Percent), table.Totals[0]!.Value);
    }

    [Theory]
    [InlineData(0, MissingReason.ZeroBase)]
    [InlineData(-5, MissingReason.ZeroBase)]
    [InlineData(null, MissingReason.NoBase)]
    public void Build_GrowthWithoutABase_IsMissing(int? before, MissingReason why)
    {
        City city = new City().Bank("A").Reported("A", "2025-06", Loans, Fx, 200m);
        city = before is { } yi ? city.Reported("A", "2024-06", Loans, Fx, yi) : city;

        PivotCell cell = Of(city, Banks("2025-06", "2025-06") with { Measure = ExplorationMeasure.GrowthOnYear }).Rows[0].Cells[0];

        Assert.Equal((null, why), (cell.Value, cell.Why));
    }

    [Fact]
    public void Build_RateOfSeveralMonths_ChangesInPointsAndHasNoSum()
    {
        City city = new City().Lpr("2025-04", 3.1m).Lpr("2025-05", 3.0m);
        city.Region(new Region("100000", new("国", "Nation"), null, RegionKind.Nation));
        Exploration question = new()
        {
            Indicators = [IndicatorCodes.Lpr1y], Areas = ["100000"], From = new(2025, 5), To = new(2025, 5),
            Measure = ExplorationMeasure.ChangeOnMonth,
        };

        Assert.Equal(new Quantity(-0.1m, Unit.Points), Of(city, question).Rows[0].Cells[0].Value);
        Assert.Equal(
            MissingReason.Rate,
            Of(city, question with { Measure = ExplorationMeasure.GrowthOnYear }).Rows[0].Cells[0].Why);
    }

    [Fact]
    public void Build_SharesOfBanks_AreOfWhatAllBanksReport()
    {
        // What is published counts more than the banks report: one must not be divided by the other.
        City city = ThreeBanks().Bank("D").Reported("D", "2025-01", Loans, Fx, 400m).Published("2025-01", Loans, Fx, 2_000m);

        PivotTable table = Of(city, Banks("2025-01", "2025-01") with { Measure = ExplorationMeasure.ShareOfTotal });

        Assert.Equal([10m, 20m, 30m, 40m], table.Rows.Select(row => row.Cells[0].Value!.Value.Number));
        Assert.Equal(100m, table.Totals[0]!.Value!.Value.Number);
    }

    [Theory]
    [InlineData(null, 40)]
    [InlineData(1_000, 50)]
    public void Build_SharesOfAreas_AreOfOneOrigin(int? cityPublished, int share)
    {
        City city = new City().Bank("A").Bank("B")
            .Reported("A", "2025-01", Loans, Fx, 40m, City.CountyOne).Reported("B", "2025-01", Loans, Fx, 60m, City.CountyTwo)
            .Published("2025-01", Loans, Fx, 500m, City.CountyOne);
        city = cityPublished is { } yi ? city.Published("2025-01", Loans, Fx, yi) : city;
        Exploration question = new()
        {
            Indicators = [Loans], From = new(2025, 1), To = new(2025, 1), Rows = [ExplorationAxis.Area],
            Areas = [City.CountyOne], Measure = ExplorationMeasure.ShareOfTotal,
        };

        Assert.Equal(share, Of(WithEveryBankInIt(city), question).Rows[0].Cells[0].Value?.Number);
    }

    // A bank without loans in a county says so: else its county would be incomplete.
    private static City WithEveryBankInIt(City city) => city
        .Reported("A", "2025-01", Loans, Fx, 0m, City.CountyTwo).Reported("B", "2025-01", Loans, Fx, 0m, City.CountyOne);

    [Fact]
    public void Build_YearToDateFlowInJanuary_ChangesByItsValue()
    {
        const string Ytd = "loans.inclusive_mse.granted_ytd";
        City city = new City().Bank("A")
            .Reported("A", "2025-01", Ytd, ScopeCodes.Nfra, 10m).Reported("A", "2025-02", Ytd, ScopeCodes.Nfra, 25m);

        PivotTable table = Of(city, Banks("2025-01", "2025-02") with { Indicators = [Ytd], Measure = ExplorationMeasure.ChangeOnMonth });

        Assert.Equal([10m, 15m], table.Rows[0].Cells.Select(Yi));
    }

    [Fact]
    public void Build_Sorted_LeavesWhatIsMissingLastEitherWay()
    {
        City city = ThreeBanks().Bank("AA");

        Assert.Equal(["C", "B", "A", "AA"], Keys(descending: true));
        Assert.Equal(["A", "B", "C", "AA"], Keys(descending: false));

        IEnumerable<string> Keys(bool descending) => Of(
            city, Banks("2025-01", "2025-01") with { Sort = new ExplorationSort("2025-01", descending) }).Rows.Select(row => row.Head.Key);
    }

    [Fact]
    public void Build_Filtered_KeepsTheSumOfAllRows()
    {
        PivotTable table = Of(ThreeBanks(), Banks("2025-01", "2025-01") with { Above = 150m, Below = 250m });

        Assert.Equal("B", Assert.Single(table.Rows).Head.Key);
        Assert.Equal((3, 600m), (table.AllRows, Yi(table.Totals[0])));
    }

    [Fact]
    public void Build_CityBesideItsCounties_IsNotAddedUp()
    {
        City city = new City().Published("2025-01", Loans, Fx, 100m)
            .Published("2025-01", Loans, Fx, 60m, City.CountyOne).Published("2025-01", Loans, Fx, 40m, City.CountyTwo);
        Exploration question = new()
        {
            Indicators = [Loans], From = new(2025, 1), To = new(2025, 1), Rows = [ExplorationAxis.Area],
            Areas = [City.Code, City.CountyOne, City.CountyTwo],
        };

        Assert.Null(Of(city, question).Totals[0]);
        Assert.Equal(100m, Yi(Of(city, question with { EveryCounty = true }).Totals[0]));
    }

    [Fact]
    public void Build_Total_IsWhatTheFigureBookSays()
    {
        City city = ThreeBanks().Bank("D").Published("2025-02", Loans, Fx, 700m);
        FigureBook book = city.Input("2025-01").Figures;
        Exploration question = new() { Indicators = [Loans], From = new(2025, 1), To = new(2025, 2) };

        PivotTable table = Of(city, question);

        Assert.All(table.Columns.Select((column, at) => (column, at)), each =>
        {
            ResolvedFigure figure = book.Resolve(new Subject(City.Code), new FigureRequest(Loans, Fx, YearMonth.Parse(each.column.Key)))[0];
            PivotCell cell = table.Rows[0].Cells[each.at];
            Assert.Equal((figure.Number, figure.IsComplete), (cell.Value?.Number, cell.IsComplete));
        });
        Assert.Equal([600m, 700m], table.Rows[0].Cells.Select(Yi));
    }

    [Fact]
    public void Build_SmallGroups_AreWithheldFromWhoSeesOneBankAndFromEverySum()
    {
        City city = ThreeBanks(City.CountyOne).Published("2025-01", Loans, Fx, 600m);
        Exploration question = new()
        {
            Indicators = [Loans], From = new(2025, 1), To = new(2025, 1), Rows = [ExplorationAxis.Area], EveryCounty = true,
        };

        PivotTable all = Of(city, question);
        PivotTable own = Of(city, question, new RowScope(new HashSet<string> { "A" }, null));

        Assert.Equal(600m, Yi(all.Rows[0].Cells[0]));
        Assert.Equal(MissingReason.Withheld, own.Rows[0].Cells[0].Why);
        Assert.Equal((null, MissingReason.Withheld), (own.Totals[0]!.Value, own.Totals[0]!.Why));
    }

    [Theory]
    [InlineData(4, MissingReason.Withheld)]
    [InlineData(5, null)]
    public void Build_CityOfWhichFewBanksHaveReported_IsWithheldFromOthers(int reported, MissingReason? why)
    {
        City city = new();
        foreach (int number in Enumerable.Range(1, reported))
        {
            city.Bank($"B{number}").Reported($"B{number}", "2025-01", Loans, Fx, 100m);
        }

        Exploration question = new() { Indicators = [Loans], From = new(2025, 1), To = new(2025, 1) };

        Assert.Equal(why, Of(city, question, new RowScope(new HashSet<string> { "B1" }, null)).Rows[0].Cells[0].Why);
        Assert.Null(Of(city, question).Rows[0].Cells[0].Why);
    }

    [Fact]
    public void Build_FlowsOfABankThatOpenedLater_AreWholeWithoutTheMonthsBefore()
    {
        City city = new City().Bank("N", opened: "2025-02").Granted("N", "2025-02", 20m, 4m);

        PivotCell total = Of(
            city, Banks("2025-01", "2025-02") with { Indicators = [IndicatorCodes.LoansCorporateGranted] }).Rows[0].Total!;

        Assert.Equal((20m, null, 1, 1), (Yi(total), total.Why, total.Expected, total.Present));
    }

    [Fact]
    public void Build_MissingOnly_LeavesOutBanksThatDidNotExist()
    {
        City city = ThreeBanks().Bank("D").Bank("N", opened: "2025-02");

        PivotTable table = Of(city, Banks("2025-01", "2025-02") with { Columns = [], To = new(2025, 1), MissingOnly = true });

        Assert.Equal(["D"], table.Rows.Select(row => row.Head.Key));
    }

    [Fact]
    public void Build_BanksThatFollowOneAnotherInACircle_EndsAndCountsThem()
    {
        City city = new City().Bank("A", closed: "2025-03", successor: "B").Bank("B", successor: "A")
            .Reported("A", "2025-01", Loans, Fx, 1m).Reported("B", "2025-01", Loans, Fx, 2m);

        Assert.NotNull(Of(city, Banks("2025-01", "2025-01")));
    }

    [Fact]
    public void Build_CountyOfAnother_IsNotShown()
    {
        RowScope rows = new(null, new HashSet<string> { City.CountyOne });

        PivotTable table = Of(ThreeBanks(), Banks("2025-01", "2025-01"), rows);

        Assert.All(table.Rows, row => Assert.Equal(MissingReason.NotYours, row.Cells[0].Why));
        Assert.Null(table.Totals[0]!.Value);
    }

    private static City ThreeBanks(string region = City.Code)
    {
        City city = new();
        foreach ((string bank, decimal yi) in new[] { ("A", 100m), ("B", 200m), ("C", 300m) })
        {
            city.Bank(bank)
                .Reported(bank, "2025-01", Loans, Fx, yi, region)
                .Reported(bank, "2025-02", Loans, Fx, yi * 1.1m, region);
        }

        return city;
    }
}
