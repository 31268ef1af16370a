namespace SmeKpi.Core.Supervision.Scorecards;

/// <summary>Which line of the table gave the points of item 1.1.1.</summary>
public enum GrowthBranch
{
    /// <summary>A figure or a plan is missing: no points, not even none.</summary>
    NotAssessable,

    /// <summary>豁免: no points are given.</summary>
    Exempt,

    /// <summary>Growth goal met (normal), or plan met (differentiated): all points.</summary>
    Met,

    /// <summary>Goal missed but plan met (normal): 8 × growth ÷ growth of all loans.</summary>
    PlanOnly,

    /// <summary>Plan missed but the balance grew (differentiated): 8 × increment ÷ planned increment.</summary>
    PartOfPlan,

    /// <summary>Both missed (normal), or no growth (differentiated): none.</summary>
    Missed,

    /// <summary>Missed two years in a row.</summary>
    MissedTwice,

    /// <summary>The balance fell two years in a row.</summary>
    FellTwice,
}

/// <param name="Points">Unrounded; null for the first two branches.</param>
public sealed record GrowthPoints(decimal? Points, GrowthBranch Branch);

/// <summary>Item 1.1.1 (贷款增速或信贷计划) of the evaluation table of 2020, −4 to 8 points.</summary>
/// <remarks>
/// The worst line that holds gives the points: falling twice before missing twice before the rest. Shares of 8 stay
/// within 0 and 8. A line whose condition cannot be decided makes the item not assessable, unless another line decides it
/// whatever the answer. Where all loans did not grow, 8 × growth ÷ their growth has no meaning: not assessable. A year of
/// exemption is no missed year and no year in which the balance fell. Source: domain.md §3.5.
/// </remarks>
public static class GrowthOrPlan
{
    public const string Name = "growth-or-plan";

    private const decimal Full = 8m;
    private const decimal ForMissingTwice = -3m;
    private const decimal ForFallingTwice = -4m;

    /// <param name="now">The year scored.</param>
    /// <param name="before">The year before it, up to December.</param>
    public static GrowthPoints Of(GrowthYear now, GrowthYear before)
    {
        bool? met = now.Mode == AssessmentMode.Differentiated ? now.PlanMet : now.GoalMet;
        return now.Mode == AssessmentMode.Exempt ? new(null, GrowthBranch.Exempt)
            : Both(now.Fell, before.Fell) is not { } fellTwice ? Unknown
            : fellTwice ? new(ForFallingTwice, GrowthBranch.FellTwice)
            : met == true ? new(Full, GrowthBranch.Met)
            : now.MissedAll is null ? Unknown
            : now.MissedAll == false ? OfGrowth(now)
            : Both(now.MissedAll, before.MissedAll) is not { } missedTwice ? Unknown
            : missedTwice ? new(ForMissingTwice, GrowthBranch.MissedTwice)
            : now.Mode == AssessmentMode.Differentiated && now.Increment > Units.Money.Zero ? OfPlan(now)
            : new(0m, GrowthBranch.Missed);
    }

    private static GrowthPoints Unknown => new(null, GrowthBranch.NotAssessable);

    /// <summary>Both are so; one that is not decides it, whatever the other.</summary>
    private static bool? Both(bool? one, bool? other) =>
        one == false || other == false ? false : one is null || other is null ? null : true;

    private static GrowthPoints OfGrowth(GrowthYear now) =>
        now is { Growth: { } mine, AllLoans: { Fraction: > 0m } all }
            ? new(Share(mine.Fraction / all.Fraction), GrowthBranch.PlanOnly)
            : Unknown;

    private static GrowthPoints OfPlan(GrowthYear now) =>
        new(Share(now.Increment!.Value.Yuan / now.Plan!.Value.Yuan), GrowthBranch.PartOfPlan);

    private static decimal Share(decimal share) => Math.Clamp(Full * share, 0m, Full);
}
