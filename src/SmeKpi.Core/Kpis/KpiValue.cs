using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>What a calculation found, before it is judged.</summary>
/// <param name="Actual">Unrounded; null when a figure is missing or a denominator is not above zero.</param>
/// <param name="Figures">The figures used; for lineage, origin and completeness.</param>
/// <param name="CountedFigures">The figures of the month itself that each bank should have.</param>
public sealed record KpiValue(
    Quantity? Actual, IReadOnlyList<ResolvedFigure> Figures, IReadOnlyList<FigureRequest> CountedFigures)
{
    /// <summary>The coverage adjustments used, for lineage. That there is none in a month makes nothing incomplete.</summary>
    public IReadOnlyList<ResolvedFigure> Adjustments { get; init; } = [];

    public bool IsComplete => Figures.All(figure => figure is { Number: not null, IsComplete: true });

    public bool Synthetic => Figures.Concat(Adjustments).Any(figure => figure.Synthetic);

    /// <summary>Published only when every figure is.</summary>
    public Origin Origin => Figures.All(figure => figure.Origin == Origin.Published) ? Origin.Published : Origin.Banks;
}
