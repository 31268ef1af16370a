using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision.Tests;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Scorecards;

/// <summary>How a bank's inclusive loans grew in one year, held against its goal and its plan. Rates are since year start.</summary>
/// <param name="Mode">How the bank is assessed in the year.</param>
/// <param name="Growth">Of inclusive loans; null when a balance is missing or the base is not above zero.</param>
/// <param name="AllLoans">Growth of all loans of the bank; null as above.</param>
/// <param name="Goal">The growth the office asked for; null when it is that of all loans.</param>
/// <param name="Increment">Of inclusive loans; null when a balance is missing.</param>
/// <param name="Plan">What is due of the credit plan by the month; null when none is known.</param>
public sealed record GrowthYear(
    AssessmentMode Mode, Percentage? Growth, Percentage? AllLoans, Percentage? Goal, Money? Increment, Money? Plan)
{
    /// <summary>Growth at least that of all loans, or the explicit goal; null when it cannot be said.</summary>
    public bool? GoalMet => Growth is { } mine && (Goal ?? AllLoans) is { } asked ? mine >= asked : null;

    /// <summary>Increment at least what is due of the plan; null when it cannot be said.</summary>
    public bool? PlanMet => Increment is { } mine && Plan is { } asked ? mine >= asked : null;

    /// <summary>
    /// Missed all that was asked: a differentiated bank its plan, any other both goal and plan; null when it cannot be said.
    /// </summary>
    public bool? MissedAll => Mode == AssessmentMode.Differentiated ? Not(PlanMet)
        : GoalMet == true || PlanMet == true ? false
        : GoalMet is null || PlanMet is null ? null
        : true;

    /// <summary>Whether the balance is lower than at the start of the year; null when it cannot be said.</summary>
    public bool? Fell => Increment is { } change ? change < Money.Zero : null;

    /// <summary>The year of the month up to that month; before December the elapsed share of the plan is due.</summary>
    public static GrowthYear Of(BankInput input)
    {
        YearMonth opening = input.Month.EndOfLastYear;
        FigureRequest closing = new(IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, input.Month);
        Assessment? decided = input.AssessmentIn(input.Month.Year);
        return new GrowthYear(
            decided?.Mode ?? AssessmentMode.Normal,
            Kpis.Growth.Between(
                input.Figures, closing with { Month = opening }, closing, IndicatorCodes.LoansInclusiveMseCoverageAdjustment).Rate,
            LoanGrowth.OfAllLoans(input.Figures, NetNewLoans.RulingScope(input.Figures), opening).Rate,
            decided?.Goal,
            InclusiveIncrement.Of(input).Increment,
            decided?.Plan is { } plan ? CreditPlanTest.Due(plan, input.Month) : null);
    }

    private static bool? Not(bool? value) => value is { } known ? !known : null;
}
