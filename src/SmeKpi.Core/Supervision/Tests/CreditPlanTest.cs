using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Tests;

/// <summary>信贷计划: increase of inclusive loans since the end of last year against the bank's own plan.</summary>
/// <remarks>
/// Before December against the elapsed share of the plan (plan × month ÷ 12). The threshold is the bank's own and stands
/// for differentiated banks only: the others answer for their growth. Method: table of 2020, item 1.1.1.
/// </remarks>
public static class CreditPlanTest
{
    public const string Id = "credit-plan";

    private const decimal Months = 12m;

    /// <returns>Yuan; no value when a balance is missing.</returns>
    public static TestValue Evaluate(BankInput input)
    {
        (Money? increment, IReadOnlyList<ResolvedFigure> figures) = InclusiveIncrement.Of(input);
        return new TestValue(increment?.ToQuantity(), figures)
        {
            OwnThreshold = input.Mode == AssessmentMode.Differentiated && input.AssessmentIn(input.Month.Year)?.Plan is { } plan
                ? Due(plan, input.Month).ToQuantity()
                : null,
        };
    }

    /// <summary>The share of a plan that is due by the end of a month.</summary>
    internal static Money Due(Money plan, YearMonth month) => Money.FromYuan(plan.Yuan * month.Month / Months);
}
