using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>Judges a value: target, pace, standing. Design.md §2.1, "standing".</summary>
internal static class Verdict
{
    public static KpiReading Of(KpiInput input, Provision provision, string reading, KpiValue value)
    {
        Quantity? target = input.TargetOf(provision);
        Pace? pace = provision.Id == NetNewLoans.Id && target is { } total ? Pace.Of(input, total, value.Actual) : null;
        return new KpiReading
        {
            Id = provision.Id,
            Reading = reading,
            Month = input.Month,
            Subject = input.Subject,
            Actual = value.Actual,
            Target = target,
            Standing = Standing(provision, input.Month, target, pace, value),
            Pace = pace?.Linear,
            SeasonalPace = pace?.Seasonal,
            RequiredRunRate = pace?.RequiredRunRate,
            RequiredIncrement = pace?.RequiredIncrement,
            BindingTarget = pace?.BindingTarget,
            Completeness = input.Figures.Count(input.Subject, value.CountedFigures),
            Origin = value.Origin,
            Synthetic = value.Synthetic,
        };
    }

    private static Standing Standing(
        Provision provision, YearMonth month, Quantity? target, Pace? pace, KpiValue value)
    {
        if (target is not { } goal)
        {
            return Kpis.Standing.NoTarget;
        }

        if (!value.IsComplete)
        {
            return Kpis.Standing.Incomplete;
        }

        if (value.Actual is not { } actual)
        {
            return Kpis.Standing.NotAssessable;
        }

        bool final = provision.Kind == ProvisionKind.Tolerance || month.IsDecember;
        if (final)
        {
            return IsMet(provision, actual, goal) ? Kpis.Standing.Achieved : Kpis.Standing.Missed;
        }

        return OnTheWay(provision, actual, goal, pace?.Linear ?? goal);
    }

    private static bool IsMet(Provision provision, Quantity actual, Quantity goal) => provision.Compare switch
    {
        Comparison.AtLeast => actual.Number >= goal.Number,
        Comparison.AtMost => actual.Number <= goal.Number,
        _ => throw new InvalidOperationException($"{provision.Id} is judged but does not say how it compares."),
    };

    /// <summary>A target that accumulates is measured against its pace, any other against the target itself.</summary>
    private static Standing OnTheWay(Provision provision, Quantity actual, Quantity goal, Quantity due)
    {
        if (IsMet(provision, actual, due))
        {
            return Kpis.Standing.OnTrack;
        }

        decimal allowance = provision.BehindUpTo
            ?? throw new InvalidOperationException($"{provision.Id} does not say what counts as behind.");
        if (goal.Unit == Unit.Yuan)
        {
            allowance = goal.Number * allowance / 100m;
        }

        return Math.Abs(actual.Number - due.Number) <= allowance ? Kpis.Standing.Behind : Kpis.Standing.FarBehind;
    }
}
