using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>M01.1 新增贷款: the net increase of outstanding loans since the end of last year.</summary>
/// <remarks>
/// Net of repayments, so it may be negative. Ruling: B(m) − B(Dec) − Σ coverage adjustments after Dec up to m.
/// Law: yancheng-2025, measure 1. Method: design.md §2.1.
/// </remarks>
public static class NetNewLoans
{
    public const string Id = "M01.1";

    private static readonly string[] s_restored =
    [
        IndicatorCodes.LoansAllWrittenOff, IndicatorCodes.LoansAllTransferred, IndicatorCodes.LoansAllDebtSwapRepaid,
    ];

    /// <returns>The increase in yuan; no actual when either balance, or a restored flow, is missing.</returns>
    public static KpiValue? Evaluate(KpiInput input, ReadingDefinition reading) => reading.Name switch
    {
        ReadingNames.Ruling or ReadingNames.Rmb => Increase(input, reading.Scope),
        ReadingNames.Adjusted => Restored(input, reading.Scope),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Name, "not a reading of M01.1"),
    };

    /// <summary>The balance at the end of last year that the ruling reading starts from.</summary>
    internal static Money? Opening(KpiInput input) =>
        Increase(input, RulingScope(input)).Figures[0].Number is { } yuan ? Money.FromYuan(yuan) : null;

    internal static string RulingScope(KpiInput input) => input.Policy.Provision(Id).Readings[0].Scope;

    internal static KpiValue Increase(KpiInput input, string scope)
    {
        FigureRequest opening = new(IndicatorCodes.LoansAll, scope, input.Month.EndOfLastYear);
        FigureRequest closing = new(IndicatorCodes.LoansAll, scope, input.Month);
        IReadOnlyList<ResolvedFigure> figures = input.Resolve(opening, closing);
        if (figures is not [{ Number: { } first, Origin: var origin }, { Number: { } last }])
        {
            return new KpiValue(null, figures, [closing]);
        }

        IReadOnlyList<ResolvedFigure> adjustments = input.Figures.Adjustments(
            input.Subject, origin, IndicatorCodes.LoansAllCoverageAdjustment, scope, opening.Month, closing.Month);
        Money increase = Money.FromYuan(last) - Money.FromYuan(first)
            - Money.FromYuan(adjustments.Sum(each => each.Number!.Value));
        return new KpiValue(increase.ToQuantity(), figures, [closing]) { Adjustments = adjustments };
    }

    /// <summary>还原口径: what was written off, transferred or swapped had been lent all the same.</summary>
    private static KpiValue Restored(KpiInput input, string scope)
    {
        KpiValue ruling = Increase(input, scope);
        IReadOnlyList<ResolvedFigure> flows = input.Resolve(
            [.. input.Month.StartOfYear.Through(input.Month).SelectMany(month =>
                s_restored.Select(code => new FigureRequest(code, scope, month)))]);
        Quantity? actual = ruling.Actual is { } increase && flows.All(flow => flow.Number is not null)
            ? increase with { Number = increase.Number + flows.Sum(flow => flow.Number!.Value) }
            : null;
        return ruling with { Actual = actual, Figures = [.. ruling.Figures, .. flows] };
    }
}
