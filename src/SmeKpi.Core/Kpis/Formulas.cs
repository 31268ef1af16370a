using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>Writes the calculation of a reading down term by term. Method: design.md §2.1, as the calculations themselves.</summary>
public static class Formulas
{
    public const string Increase = "increase";
    public const string Growth = "growth";
    public const string InclusiveGrowth = "growth-inclusive";
    public const string AllGrowth = "growth-all";
    public const string RateBefore = "rate-before";
    public const string RateNow = "rate-now";
    public const string InclusiveNpl = "npl-inclusive";
    public const string AllNpl = "npl-all";

    /// <param name="id">A judged provision, as in M01.1.</param>
    /// <param name="reading">The reading that was computed.</param>
    /// <param name="month">The month it was computed for.</param>
    /// <param name="value">What the calculation found, with its figures in the order in which it asked for them.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no calculation of that id.</exception>
    public static Formula Of(string id, string reading, YearMonth month, KpiValue value) => id switch
    {
        NetNewLoans.Id => new Formula([Difference(value)], value.Actual),
        LoanGrowth.Id => new Formula([GrowthOf(Growth, value.Figures[0], value.Figures[1], value.Adjustments)], value.Actual),
        InclusiveGrowthGap.Id => new Formula(
            [
                GrowthOf(InclusiveGrowth, value.Figures[0], value.Figures[1], AdjustmentsOf(value, inclusive: true)),
                GrowthOf(AllGrowth, value.Figures[2], value.Figures[3], AdjustmentsOf(value, inclusive: false)),
            ],
            value.Actual),
        CorporateRateDrop.Id => Rates(value, RateWindows.Of(month, reading).Before.Requests.Count),
        NplGap.Id => new Formula(
            [
                Ratio(InclusiveNpl, [value.Figures[0]], [value.Figures[1]]),
                Ratio(AllNpl, [value.Figures[2]], [value.Figures[3]]),
            ],
            value.Actual),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "not a judged provision"),
    };

    // Closing minus opening minus what entered the statistics, plus what was lent and is no longer in the balance.
    private static FormulaLine Difference(KpiValue value)
    {
        IReadOnlyList<FormulaTerm> terms =
        [
            new(value.Figures[1]),
            new(value.Figures[0], IsTaken: true),
            .. value.Adjustments.Select(adjustment => new FormulaTerm(adjustment, IsTaken: true)),
            .. value.Figures.Skip(2).Select(flow => new FormulaTerm(flow)),
        ];
        return new FormulaLine(Increase, terms, [], IsGrowth: false, value.Actual);
    }

    private static FormulaLine GrowthOf(
        string name, ResolvedFigure opening, ResolvedFigure closing, IEnumerable<ResolvedFigure> adjustments)
    {
        IReadOnlyList<FormulaTerm> above = [new(closing)];
        IReadOnlyList<FormulaTerm> below = [new(opening), .. adjustments.Select(each => new FormulaTerm(each))];
        Quantity? result = FormulaLine.Sum(above) is { } now && FormulaLine.Sum(below) is { } before
            ? Money.FromYuan(now).GrowthOver(Money.FromYuan(before))?.ToQuantity()
            : null;
        return new FormulaLine(name, above, below, IsGrowth: true, result);
    }

    private static IEnumerable<ResolvedFigure> AdjustmentsOf(KpiValue value, bool inclusive) => value.Adjustments.Where(
        each => (each.Request.Indicator == IndicatorCodes.LoansInclusiveMseCoverageAdjustment) == inclusive);

    // Interest and amounts granted stand in pairs, the earlier window first.
    private static Formula Rates(KpiValue value, int split)
    {
        return new Formula([Rate(RateBefore, value.Figures.Take(split)), Rate(RateNow, value.Figures.Skip(split))], value.Actual);

        static FormulaLine Rate(string name, IEnumerable<ResolvedFigure> pairs)
        {
            List<ResolvedFigure[]> months = [.. pairs.Chunk(2)];
            return Ratio(name, months.Select(pair => pair[0]), months.Select(pair => pair[1]));
        }
    }

    private static FormulaLine Ratio(
        string name, IEnumerable<ResolvedFigure> parts, IEnumerable<ResolvedFigure> wholes)
    {
        IReadOnlyList<FormulaTerm> above = [.. parts.Select(each => new FormulaTerm(each))];
        IReadOnlyList<FormulaTerm> below = [.. wholes.Select(each => new FormulaTerm(each))];
        Quantity? result = FormulaLine.Sum(above) is { } part && FormulaLine.Sum(below) is { } whole
            ? Money.FromYuan(part).ShareOf(Money.FromYuan(whole))?.ToQuantity()
            : null;
        return new FormulaLine(name, above, below, IsGrowth: false, result);
    }
}
