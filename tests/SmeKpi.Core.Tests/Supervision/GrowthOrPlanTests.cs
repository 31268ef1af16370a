using SmeKpi.Core.Supervision;
using SmeKpi.Core.Supervision.Scorecards;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Units;
using static SmeKpi.Core.Tests.Supervision.Supervised;

namespace SmeKpi.Core.Tests.Supervision;

/// <summary>Every line of item 1.1.1 of the evaluation table of 2020.</summary>
public sealed class GrowthOrPlanTests
{
    private static readonly GrowthYear s_good = Normal(growth: 12m, all: 10m, increment: 12m, plan: 10m);
    private static readonly GrowthYear s_bad = Normal(growth: 5m, all: 10m, increment: 5m, plan: 8m);
    private static readonly GrowthYear s_fell = Normal(growth: -5m, all: 10m, increment: -5m, plan: 8m);
    private static readonly GrowthYear s_unknown = new(AssessmentMode.Normal, null, null, null, null, null);

    [Fact]
    public void Normal_GrowthAboveAllLoans_GivesEight() => Is(8m, GrowthBranch.Met, s_good, s_bad);

    [Fact]
    public void Normal_GrowthExactlyThatOfAllLoans_GivesEight() =>
        Is(8m, GrowthBranch.Met, Normal(growth: 10m, all: 10m, increment: 10m, plan: null), s_bad);

    [Fact]
    public void Normal_ExplicitGoalMet_GivesEight() =>
        Is(8m, GrowthBranch.Met, Normal(growth: 6m, all: 10m, increment: 6m, plan: null) with { Goal = Percent(6m) }, s_bad);

    [Fact]
    public void Normal_GoalMissedButPlanMet_GivesEightTimesGrowthOverThatOfAllLoans() =>
        Is(4m, GrowthBranch.PlanOnly, Normal(growth: 5m, all: 10m, increment: 5m, plan: 5m), s_bad);

    [Fact]
    public void Normal_PlanMetWhileShrinking_GivesNoLessThanNothing() =>
        Is(0m, GrowthBranch.PlanOnly, Normal(growth: -1m, all: 10m, increment: -1m, plan: -2m), s_good);

    [Fact]
    public void Normal_PlanMetButAllLoansDidNotGrow_IsNotAssessable() =>
        Is(null, GrowthBranch.NotAssessable, Normal(growth: -2m, all: -1m, increment: -2m, plan: -3m), s_good);

    [Fact]
    public void Normal_BothMissed_GivesNothing() => Is(0m, GrowthBranch.Missed, s_bad, s_good);

    [Fact]
    public void Normal_BothMissedTwoYearsInARow_TakesThree() => Is(-3m, GrowthBranch.MissedTwice, s_bad, s_bad);

    [Fact]
    public void Normal_FellOnceAndMissedOnce_GivesNothing() => Is(0m, GrowthBranch.Missed, s_fell, s_good);

    [Fact]
    public void Normal_FellTwoYearsInARow_TakesFour() => Is(-4m, GrowthBranch.FellTwice, s_fell, s_fell);

    [Fact]
    public void Normal_PlanNotKnownAndGoalMissed_IsNotAssessable() =>
        Is(null, GrowthBranch.NotAssessable, Normal(growth: 5m, all: 10m, increment: 5m, plan: null), s_good);

    [Fact]
    public void Normal_YearBeforeNotKnown_DecidesOnlyWhatItMust()
    {
        Is(8m, GrowthBranch.Met, s_good, s_unknown);
        Is(null, GrowthBranch.NotAssessable, s_bad, s_unknown);
        Is(null, GrowthBranch.NotAssessable, s_fell, s_unknown);
        Is(null, GrowthBranch.NotAssessable, s_unknown, s_good);
    }

    [Fact]
    public void Differentiated_PlanMet_GivesEightWhateverTheGrowth() =>
        Is(8m, GrowthBranch.Met, Planned(increment: 5m, plan: 5m), Planned(increment: 1m, plan: 5m));

    [Fact]
    public void Differentiated_PlanMissedButGrown_GivesEightTimesTheShareOfThePlan() =>
        Is(6m, GrowthBranch.PartOfPlan, Planned(increment: 3m, plan: 4m), Planned(increment: 5m, plan: 5m));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Differentiated_NoGrowth_GivesNothing(int increment) =>
        Is(0m, GrowthBranch.Missed, Planned(increment, plan: 4m), Planned(increment: 5m, plan: 5m));

    [Fact]
    public void Differentiated_PlanMissedTwoYearsInARow_TakesThree() =>
        Is(-3m, GrowthBranch.MissedTwice, Planned(increment: 3m, plan: 4m), Planned(increment: 3m, plan: 4m));

    [Fact]
    public void Differentiated_FellTwoYearsInARow_TakesFour() =>
        Is(-4m, GrowthBranch.FellTwice, Planned(increment: -1m, plan: 4m), Planned(increment: -1m, plan: 4m));

    [Fact]
    public void Exempt_AnyYear_GetsNoPoints() =>
        Is(null, GrowthBranch.Exempt, s_good with { Mode = AssessmentMode.Exempt }, s_good);

    [Fact]
    public void Normal_MissedAfterAYearOfExemption_MissedOnce() =>
        Is(0m, GrowthBranch.Missed, s_bad, s_bad with { Mode = AssessmentMode.Exempt });

    [Fact]
    public void Normal_FellAfterAYearOfExemption_FellOnce() =>
        Is(0m, GrowthBranch.Missed, s_fell, s_fell with { Mode = AssessmentMode.Exempt });

    [Fact]
    public void Differentiated_FellAfterAYearOfExemptionNobodyKnows_IsDecided() => Is(
        0m, GrowthBranch.Missed, Planned(increment: -1m, plan: 4m), s_unknown with { Mode = AssessmentMode.Exempt });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Scorecard_PointsEnteredAgain_HoldFromTheirDayInWhateverOrder(bool isInOrder)
    {
        ScoreItem rest = Rules.Scorecard.Items[1];
        EnteredPoint first = new(Own, 2025, rest.Id, 12m, Today.AddDays(-9), "office", "visit");
        EnteredPoint later = first with { Points = 20m, On = Today };
        BankInput input = Years(100m, 110m, 125m).Tested("2025-12");
        input = input with
        {
            Rules = input.Rules with
            {
                Points = new EnteredPoints(isInOrder ? [first, later] : [later, first]),
            },
        };

        Assert.Equal(20m, Scorecard.Of(input).Lines[1].Points);
        Assert.Equal(12m, Scorecard.Of(input with { Today = Today.AddDays(-1) }).Lines[1].Points);
        Assert.Null(Scorecard.Of(input with { Today = Today.AddDays(-10) }).Lines[1].Points);
    }

    [Fact]
    public void Scorecard_ItemsMissing_HasPointsOfThoseKnownAndNoGrade()
    {
        Scorecard card = Scorecard.Of(Years(100m, 110m, 125m).Tested("2025-12"));

        Assert.Equal((8m, 8m, 5, GrowthBranch.Met), (card.Points, card.Assessable, card.Missing, card.Branch));
        Assert.Null(card.Grade);
        Assert.False(card.IsProvisional);
    }

    [Fact]
    public void Scorecard_NothingKnown_HasNoPointsAtAll()
    {
        Scorecard card = Scorecard.Of(new City().Bank(Own).Tested("2025-06"));

        Assert.Equal((0m, 0m, 6), (card.Points, card.Assessable, card.Missing));
        Assert.True(card.IsProvisional);
        Assert.All(card.Lines, line => Assert.Null(line.Points));
    }

    [Theory]
    [InlineData(82, "First")]
    [InlineData(81.99, "Second")]
    [InlineData(67, "Second")]
    [InlineData(66.99, "Third")]
    [InlineData(52, "Third")]
    [InlineData(51.99, "Fourth")]
    [InlineData(-4, "Fourth")]
    public void Scorecard_EveryItemEntered_HasItsGrade(double entered, string grade)
    {
        ScorecardDefinition table = Rules.Scorecard;
        ScoreItem rest = table.Items[1] with { Range = (-4m, 92m) };
        BankInput input = Years(100m, 110m, 125m).Tested("2025-12");
        input = input with
        {
            Rules = input.Rules with
            {
                Scorecard = table with { Items = [table.Items[0], rest] },
                Points = new EnteredPoints([new(Own, 2025, rest.Id, (decimal)entered, Today, "office", "visit")]),
            },
        };

        Assert.Equal(grade, Scorecard.Of(input).Grade!.Name.En);
        Assert.Null(Scorecard.Of(input with { Today = Today.AddDays(-1) }).Grade);
    }

    /// <summary>Inclusive balances at the ends of 2023 to 2025 beside all loans that grow by ten percent a year.</summary>
    private static City Years(decimal first, decimal second, decimal third) => new City().Bank(Own)
        .Balances("2023-12", 1_000m, first).Balances("2024-12", 1_100m, second).Balances("2025-12", 1_210m, third);

    private static GrowthYear Normal(decimal growth, decimal all, decimal increment, decimal? plan) => new(
        AssessmentMode.Normal,
        Percent(growth),
        Percent(all),
        null,
        Money.FromYiYuan(increment),
        plan is { } yi ? Money.FromYiYuan(yi) : null);

    private static GrowthYear Planned(decimal increment, decimal plan) =>
        Normal(growth: 1m, all: 10m, increment, plan) with { Mode = AssessmentMode.Differentiated };

    private static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    private static void Is(decimal? points, GrowthBranch branch, GrowthYear now, GrowthYear before) =>
        Assert.Equal(new GrowthPoints(points, branch), GrowthOrPlan.Of(now, before));
}
