using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>The growth of one balance between two months, both of the same origin.</summary>
/// <param name="Rate">Null when a balance is missing or the comparable base is not above zero.</param>
/// <param name="Figures">The base and the closing balance, in this order.</param>
/// <param name="Adjustments">The coverage adjustments in the comparable base.</param>
internal sealed record Growth(
    Percentage? Rate, IReadOnlyList<ResolvedFigure> Figures, IReadOnlyList<ResolvedFigure> Adjustments)
{
    /// <param name="adjustmentIndicator">Coverage adjustments added to the base; null for the plain ratio.</param>
    public static Growth Between(KpiInput input, FigureRequest @base, FigureRequest closing, string? adjustmentIndicator)
    {
        IReadOnlyList<ResolvedFigure> figures = input.Resolve(@base, closing);
        if (figures is not [{ Number: { } first, Origin: var origin }, { Number: { } last }])
        {
            return new Growth(null, figures, []);
        }

        IReadOnlyList<ResolvedFigure> adjustments = adjustmentIndicator is null
            ? []
            : input.Figures.Adjustments(
                input.Subject, origin, adjustmentIndicator, @base.Scope, @base.Month, closing.Month);
        Money comparable = Money.FromYuan(first) + Money.FromYuan(adjustments.Sum(each => each.Number!.Value));
        return new Growth(Money.FromYuan(last).GrowthOver(comparable), figures, adjustments);
    }
}
