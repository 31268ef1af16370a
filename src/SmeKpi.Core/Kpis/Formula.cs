using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>How a reading's value came out of its figures, for people who want to follow it with a pocket calculator.</summary>
/// <param name="Lines">One result, or two: then the value is the first minus the second.</param>
/// <param name="Value">The reading's own value, unrounded; null when it has none.</param>
public sealed record Formula(IReadOnlyList<FormulaLine> Lines, Quantity? Value);

/// <summary>One sum, ratio or growth.</summary>
/// <param name="Name">What it is: a key for the words, as in growth or npl-ratio.</param>
/// <param name="Numerator">What is added up, or stands above the line.</param>
/// <param name="Denominator">What stands below the line; empty for a plain sum.</param>
/// <param name="IsGrowth">Whether one is taken from the ratio.</param>
/// <param name="Result">In yuan or percent, unrounded; null when a figure is missing or nothing can be divided by.</param>
public sealed record FormulaLine(
    string Name,
    IReadOnlyList<FormulaTerm> Numerator,
    IReadOnlyList<FormulaTerm> Denominator,
    bool IsGrowth,
    Quantity? Result)
{
    /// <summary>The sum above the line; null when a figure is missing.</summary>
    public decimal? Above => Sum(Numerator);

    /// <summary>The sum below the line; null when a figure is missing or there is no line.</summary>
    public decimal? Below => Denominator.Count == 0 ? null : Sum(Denominator);

    internal static decimal? Sum(IReadOnlyList<FormulaTerm> terms) =>
        terms.All(term => term.Figure.Number is not null)
            ? terms.Sum(term => term.IsTaken ? -term.Figure.Number!.Value : term.Figure.Number!.Value)
            : null;
}

/// <summary>A figure with its sign.</summary>
/// <param name="IsTaken">Whether it is subtracted.</param>
public readonly record struct FormulaTerm(ResolvedFigure Figure, bool IsTaken = false);
