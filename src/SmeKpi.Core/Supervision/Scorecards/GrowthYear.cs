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
    /// Missed all that was asked: a differentiated bank its plan, a normal one both goal and plan; null when it cannot be
    /// said. Nothing was asked of an exempt bank.
    /// </summary>
    public bool? MissedAll => Mode == AssessmentMode.Exempt ? false
        : Mode == AssessmentMode.Differentiated ? Not(PlanMet)
        : GoalMet == true || PlanMet == true ? false
        : GoalMet is null || PlanMet is null ? null
        : true;

    /// <summary>Whether the balance is lower than at the start of a year that counts; null when it cannot be said.</summary>
    public bool? Fell => Mode == AssessmentMode.Exempt ? false : Increment is { } change ? change < Money.Zero : null;

    /// <summary>Whether a figure or the decision it rests on is made up.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The year of the month up to that month; before December the elapsed share of the plan is due.</summary>
    public static GrowthYear Of(BankInput input)
    {
        YearMonth opening = input.Month.EndOfLastYear;
        FigureRequest closing = new(IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, input.Month);
        Assessment? decided = input.AssessmentIn(input.Month.Year);
        Kpis.Growth mine = Kpis.Growth.Between(
            input.Figures, closing with { Month = opening }, closing, IndicatorCodes.LoansInclusiveMseCoverageAdjustment);
        Kpis.Growth all = LoanGrowth.OfAllLoans(input.Figures, NetNewLoans.RulingScope(input.Figures), opening);
        return new GrowthYear(
            decided?.Mode ?? AssessmentMode.Normal,
            mine.Rate,
            all.Rate,
            decided?.Goal,
            InclusiveIncrement.Of(input).Increment,
            decided?.Plan is { } plan ? CreditPlanTest.Due(plan, input.Month) : null)
        {
            Synthetic = decided?.Synthetic == true || IsSynthetic(mine) || IsSynthetic(all),
        };
    }

    private static bool IsSynthetic(Kpis.Growth growth) => growth.Figures.Concat(growth.Adjustments).Any(figure => figure.Synthetic);

    private static bool? Not(bool? value) => value is { } known ? !known : null;
}
