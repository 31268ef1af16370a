using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>序时进度: what of the year's increment is due by a month, and what is still asked of the months left.</summary>
/// <param name="Linear">Target × m ÷ 12.</param>
/// <param name="Seasonal">Target × cumulative share of the profile; the share may fall from one month to the next.</param>
/// <param name="RequiredIncrement">max(target, growth target × opening balance); null without an opening balance.</param>
/// <param name="RequiredRunRate">(Required increment − actual) ÷ months left; null in December.</param>
/// <param name="BindingTarget">The provision that asks for the larger increment; M01.1 when both ask the same.</param>
internal sealed record Pace(
    Quantity Linear, Quantity? Seasonal, Quantity? RequiredIncrement, Quantity? RequiredRunRate, string? BindingTarget)
{
    public static Pace Of(KpiInput input, Quantity target, Quantity? actual)
    {
        int month = input.Month.Month;
        Quantity linear = target with { Number = target.Number * month / 12m };
        decimal? share = SeasonalShares.Of(input)?[month - 1];
        Quantity? seasonal = share is { } due ? target with { Number = target.Number * due } : null;
        if (ByGrowth(input) is not { } byGrowth)
        {
            return new Pace(linear, seasonal, null, null, null);
        }

        bool growthBinds = byGrowth.Yuan > target.Number;
        Quantity required = growthBinds ? byGrowth.ToQuantity() : target;
        Quantity? runRate = month < 12 && actual is { } done
            ? required with { Number = (required.Number - done.Number) / (12 - month) }
            : null;
        return new Pace(linear, seasonal, required, runRate, growthBinds ? LoanGrowth.Id : NetNewLoans.Id);
    }

    /// <summary>The increment that the growth target asks for on the opening balance.</summary>
    private static Money? ByGrowth(KpiInput input) =>
        NetNewLoans.Opening(input) is { } opening
        && input.TargetOf(input.Policy.Provision(LoanGrowth.Id)) is { } growth
            ? Percentage.FromPercent(growth.Number).Of(opening)
            : null;
}
