using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Core.WhatIf;

namespace SmeKpi.Core.Tests.WhatIf;

/// <summary>A city that opened with 10,000 亿元, stands at 11,000 in June and still needs 1,000 until December.</summary>
public sealed class WhatIfTrialTests
{
    private const string Scope = ScopeCodes.RmbFx;

    [Fact]
    public void Run_NothingChanged_ChangesNothingAndReachesTheRequirement()
    {
        WhatIfResult result = Run(new Scenario());

        Assert.All(result.AtMonth.Concat(result.AtYearEnd), effect => Assert.True(effect.Change is null or { Number: 0m }));
        Assert.Equal((1_000m, 1_000m), (Yi(result.Required!.Value), Yi(result.Rest!.Value)));
        Assert.Equal(2_000m, Yi(AtYearEnd(result, NetNewLoans.Id).After.Actual!.Value.ToMoney()));
        Assert.Equal(Standing.Achieved, AtYearEnd(result, NetNewLoans.Id).After.Standing);
        Assert.DoesNotContain(result.AtYearEnd, effect => effect.Before.Id == NplGap.Id);
    }

    [Fact]
    public void Run_AtThePaceSoFar_CarriesTheSeasonalProfileOn()
    {
        WhatIfResult result = Run(new Scenario { Path = YearEndPath.Pace });

        // By the end of June the profile has reached 64.1 %.
        Assert.Equal(1_000m / 0.641m, Yi(AtYearEnd(result, NetNewLoans.Id).After.Actual!.Value.ToMoney()), 6);
    }

    [Fact]
    public void Run_OneBankShort_MissesByExactlyThat()
    {
        TargetEffect effect = AtYearEnd(Run(new Scenario { ShortBank = "B", Shortfall = Money.FromYiYuan(50m) }), NetNewLoans.Id);

        Assert.Equal(Standing.Achieved, effect.Before.Standing);
        Assert.Equal((Standing.Missed, -50m), (effect.After.Standing, Yi(effect.After.Gap!.Value.ToMoney())));
    }

    [Fact]
    public void Run_OneBankShort_LeavesTheMonthItselfAlone() => Assert.All(
        Run(new Scenario { ShortBank = "B", Shortfall = Money.FromYiYuan(50m) }).AtMonth,
        effect => Assert.True(effect.Change is null or { Number: 0m }));

    [Theory]
    [InlineData("2025-06")]
    [InlineData("2025-03")]
    public void Run_CoverageChange_MovesThePlainGrowthOnly(string month)
    {
        WhatIfResult result = Run(new Scenario { Coverage = Money.FromYiYuan(100m), CoverageMonth = YearMonth.Parse(month) });

        Assert.Equal(0m, AtMonth(result, NetNewLoans.Id).Change!.Value.Number);
        Assert.Equal(100m / 10_000m * 100m, AtMonth(result, LoanGrowth.Id, ReadingNames.Plain).Change!.Value.Number);
        Assert.Equal((11_100m / 10_100m * 100m) - 110m, AtMonth(result, LoanGrowth.Id).Change!.Value.Number, 6);
        Assert.Equal(0m, AtYearEnd(result, NetNewLoans.Id).Change!.Value.Number);
    }

    [Fact]
    public void Run_CoverageChangeToCome_LeavesTheMonthAlone()
    {
        WhatIfResult result = Run(new Scenario { Coverage = Money.FromYiYuan(100m), CoverageMonth = new(2025, 9) });

        Assert.Equal(0m, AtMonth(result, LoanGrowth.Id, ReadingNames.Plain).Change!.Value.Number);
        Assert.Equal(1m, AtYearEnd(result, LoanGrowth.Id, ReadingNames.Plain).Change!.Value.Number, 6);
    }

    [Fact]
    public void Run_DebtSwap_LowersTheRulingReadingAndTheAdjustedOneRestoresIt()
    {
        WhatIfResult result = Run(new Scenario { DebtSwap = Money.FromYiYuan(80m) });

        Assert.Equal(-80m, Yi(AtMonth(result, NetNewLoans.Id).Change!.Value.ToMoney()));
        Assert.Equal(0m, AtMonth(result, NetNewLoans.Id, ReadingNames.Adjusted).Change!.Value.Number);
        Assert.Equal((0m, -80m), (
            AtYearEnd(result, NetNewLoans.Id, ReadingNames.Adjusted).Change!.Value.Number,
            Yi(AtYearEnd(result, NetNewLoans.Id).Change!.Value.ToMoney())));
    }

    [Fact]
    public void Run_LprCut_ReachesWhatIsStillToBeGranted()
    {
        WhatIfResult result = Run(new Scenario
        {
            LprCut = BasisPoints.FromBasisPoints(20m), PassThrough = Percentage.FromPercent(50m),
        });

        // Every month grants as much: six of twelve months are 10 BP cheaper.
        Assert.Equal(5m, AtYearEnd(result, CorporateRateDrop.Id).Change!.Value.Number, 6);
        Assert.Equal(0m, AtMonth(result, CorporateRateDrop.Id).Change!.Value.Number);
    }

    [Fact]
    public void Run_LprCutWithoutAMeasuredPassThrough_ArrivesInFull()
    {
        WhatIfResult result = Run(new Scenario { LprCut = BasisPoints.FromBasisPoints(20m) });

        Assert.Null(result.Measured.Share);
        Assert.Equal((100m, 10m), (
            result.PassThrough.Fraction * 100m, decimal.Round(AtYearEnd(result, CorporateRateDrop.Id).Change!.Value.Number, 6)));
    }

    [Fact]
    public void Run_LprCutWithAMeasuredPassThrough_TakesIt()
    {
        City city = ACity();
        foreach (YearMonth month in new YearMonth(2024, 1).Through(new(2025, 6)))
        {
            city.Lpr($"{month}", month.Year == 2024 ? 3.5m : 3.1m);
        }

        WhatIfResult result = WhatIfTrial.Run(city.Input("2025-06"), new Scenario { LprCut = BasisPoints.FromBasisPoints(20m) });

        // The rate fell from 4 % to 3.8 %, the LPR by twice as much.
        Assert.Equal(50m, result.PassThrough.Fraction * 100m, 6);
    }

    [Fact]
    public void Run_DistributionThatAddsUp_GivesEachBankItsYear()
    {
        WhatIfResult result = Run(Divided(("A", 700m), ("B", 300m)));

        Assert.True(result.Plan!.AddsUp);
        Assert.Equal([("A", 700m, 600m, 1_300m), ("B", 300m, 400m, 700m)], result.PlanRows.Select(row =>
            (row.Code, Yi(row.Planned), decimal.Round(Yi(row.Even), 6), Yi(row.YearTotal!.Value.ToMoney()))));
        Assert.Equal(0m, AtYearEnd(result, NetNewLoans.Id).Change!.Value.Number);
    }

    [Fact]
    public void Run_DistributionThatDoesNotAddUp_SaysByHowMuchAndIsNotTried()
    {
        WhatIfResult result = Run(Divided(("A", 700m), ("B", 299.9m)));

        Assert.False(result.Plan!.AddsUp);
        Assert.Equal((999.9m, 1_000m, -0.1m), (Yi(result.Plan.Given), Yi(result.Plan.Required), Yi(result.Plan.Difference)));
        Assert.All(result.PlanRows, row => Assert.Null(row.YearTotal));
    }

    [Theory]
    [InlineData(60, 40, true)]
    [InlineData(60, 39, false)]
    public void Run_SharesOfTheRequirement_MustMakeAHundredPercent(int first, int second, bool expected)
    {
        WhatIfResult result = Run(new Scenario
        {
            Distribution = new(AttributedBy.Bank, null, new Dictionary<string, decimal> { ["A"] = first, ["B"] = second }),
        });

        Assert.Equal(expected, result.Plan!.AddsUp);
        Assert.Equal(600m, Yi(result.PlanRows[0].Planned));
    }

    [Fact]
    public void Run_DistributionOverCounties_IsComputedOnTheirOwnTotals()
    {
        City city = ACity();
        foreach ((string county, decimal opening, decimal june) in new[] { (City.CountyOne, 4_000m, 4_400m), (City.CountyTwo, 6_000m, 6_600m) })
        {
            foreach (string month in new[] { "2024-06", "2024-12" })
            {
                city.Published(month, IndicatorCodes.LoansAll, Scope, opening, county);
            }

            city.Published("2025-06", IndicatorCodes.LoansAll, Scope, june, county);
        }

        WhatIfResult result = WhatIfTrial.Run(city.Input("2025-06"), new Scenario
        {
            Distribution = new(AttributedBy.County, null, new Dictionary<string, decimal> { [City.CountyOne] = 50m, [City.CountyTwo] = 50m }),
        });

        Assert.Equal([900m, 1_100m], result.PlanRows.Select(row => Yi(row.YearTotal!.Value.ToMoney())));
        Assert.Equal(22.5m, result.PlanRows[0].YearGrowth!.Value.Number, 6);
    }

    [Fact]
    public void Run_BankDidNotReport_StaysIncomplete()
    {
        City city = ACity().NotReported("B", "2025-06", IndicatorCodes.LoansAll, Scope);

        WhatIfResult result = WhatIfTrial.Run(city.Input("2025-06"), new Scenario { DebtSwap = Money.FromYiYuan(1m) });

        Assert.Equal(Standing.Incomplete, AtMonth(result, NetNewLoans.Id).After.Standing);
        Assert.Equal(Standing.Incomplete, AtYearEnd(result, NetNewLoans.Id).After.Standing);
    }

    [Fact]
    public void Run_NothingKnownOrYearWithoutTarget_AssumesNothing()
    {
        Assert.Empty(WhatIfTrial.Run(new City().Bank("A").Input("2025-06"), new Scenario()).AtYearEnd);
        City next = new City().Published("2025-12", IndicatorCodes.LoansAll, Scope, 100m)
            .Published("2026-03", IndicatorCodes.LoansAll, Scope, 110m);
        Assert.Empty(WhatIfTrial.Run(next.Input("2026-03"), new Scenario()).AtYearEnd);
        Assert.NotEmpty(WhatIfTrial.Run(next.Input("2026-03"), new Scenario { Path = YearEndPath.Pace }).AtYearEnd);
    }

    [Fact]
    public void Run_December_HasNoMonthsToCome()
    {
        City city = ACity().Reported("A", "2025-12", IndicatorCodes.LoansAll, Scope, 7_000m)
            .Reported("B", "2025-12", IndicatorCodes.LoansAll, Scope, 5_000m);

        Assert.Empty(WhatIfTrial.Run(city.Input("2025-12"), new Scenario()).AtYearEnd);
    }

    [Fact]
    public void Run_Bank_IsRefused() =>
        Assert.Throws<ArgumentException>(() => WhatIfTrial.Run(ACity().Input("2025-06", bank: "A"), new Scenario()));

    private static Scenario Divided(params (string Bank, decimal Yi)[] parts) => new()
    {
        Distribution = new(AttributedBy.Bank, parts.ToDictionary(part => part.Bank, part => Money.FromYiYuan(part.Yi)), null),
    };

    private static WhatIfResult Run(Scenario scenario) => WhatIfTrial.Run(ACity().Input("2025-06"), scenario);

    private static TargetEffect AtMonth(WhatIfResult result, string id, string reading = ReadingNames.Ruling) =>
        result.AtMonth.Single(effect => effect.Before.Id == id && effect.Before.Reading == reading);

    private static TargetEffect AtYearEnd(WhatIfResult result, string id, string reading = ReadingNames.Ruling) =>
        result.AtYearEnd.Single(effect => effect.Before.Id == id && effect.Before.Reading == reading);

    private static decimal Yi(Money money) => money.Yuan / 100_000_000m;

    private static City ACity()
    {
        City city = new City().Bank("A").Bank("B");
        foreach ((string bank, decimal share) in new[] { ("A", 0.6m), ("B", 0.4m) })
        {
            foreach (string month in new[] { "2024-06", "2024-12" })
            {
                city.Reported(bank, month, IndicatorCodes.LoansAll, Scope, 10_000m * share);
            }

            city.Reported(bank, "2025-06", IndicatorCodes.LoansAll, Scope, 11_000m * share);
            foreach (YearMonth month in new YearMonth(2024, 1).Through(new(2025, 6)))
            {
                city.Granted(bank, $"{month}", 100m * share, month.Year == 2024 ? 4m : 3.8m);
                if (month.Year == 2025)
                {
                    city.Reported(bank, $"{month}", IndicatorCodes.LoansAllWrittenOff, Scope, 1m)
                        .Reported(bank, $"{month}", IndicatorCodes.LoansAllTransferred, Scope, 1m)
                        .Reported(bank, $"{month}", IndicatorCodes.LoansAllDebtSwapRepaid, Scope, 1m);
                }
            }
        }

        return city;
    }
}
