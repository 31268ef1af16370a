using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using ValueType = SmeKpi.Core.Statistics.ValueType;

namespace SmeKpi.Core.Exploring;

/// <summary>What a measure says of a group in a month, from the sums of the group and never from other measures.</summary>
/// <remarks>
/// Differences and ratios need whole sums on both sides: an incomplete one would show a change that nobody made.
/// </remarks>
internal sealed class MeasureMaker(GroupFigures figures, ExplorationMeasure measure)
{
    /// <summary>The months a measure needs of a series to speak of one month, that month last.</summary>
    public static IReadOnlyList<YearMonth> MonthsOf(ExplorationMeasure measure, ValueType type, YearMonth month) => measure switch
    {
        ExplorationMeasure.ChangeOnMonth when type == ValueType.YearToDateFlow && month.Month == 1 => [month],
        ExplorationMeasure.ChangeOnMonth => [month.AddMonths(-1), month],
        ExplorationMeasure.ChangeOnYear or ExplorationMeasure.GrowthOnYear => [month.AddMonths(-12), month],
        ExplorationMeasure.SinceYearStart when type == ValueType.MonthFlow => [.. month.StartOfYear.Through(month)],
        ExplorationMeasure.SinceYearStart when type != ValueType.YearToDateFlow => [month.EndOfLastYear, month],
        _ => [month],
    };

    public PivotCell Make(Indicator indicator, FigurePoint at, IReadOnlyList<Subject> group)
    {
        bool isRate = indicator.ValueType == ValueType.Rate;
        if (isRate && (group.Count > 1 || measure is ExplorationMeasure.GrowthOnYear or ExplorationMeasure.ShareOfTotal))
        {
            return PivotCell.Without(MissingReason.Rate, at);
        }

        IReadOnlyList<YearMonth> months = MonthsOf(measure, indicator.ValueType, at.Month);
        IReadOnlyList<GroupFigure> found = figures.Resolve(
            group, [.. months.Select(month => new FigureRequest(at.Indicator, at.Scope, month))]);
        GroupFigure now = found[^1];
        return measure switch
        {
            ExplorationMeasure.Value => new PivotCell(
                now.Number is { } number ? new Quantity(number, indicator.Unit) : null,
                now.Why, now.Expected, now.Present, now.Synthetic, at),
            ExplorationMeasure.ShareOfTotal => Share(at, group),
            ExplorationMeasure.GrowthOnYear => Whole(at, found, _ => Growth(at, found[0], now)),
            ExplorationMeasure.SinceYearStart when indicator.ValueType == ValueType.MonthFlow =>
                Whole(at, found, synthetic => Cell(at, found.Sum(each => each.Number!.Value), indicator.Unit, synthetic)),
            _ => Whole(at, found, synthetic => Cell(
                at,
                found.Count == 1 ? now.Number!.Value : now.Number!.Value - found[0].Number!.Value,
                isRate && found.Count > 1 ? Unit.Points : indicator.Unit,
                synthetic)),
        };
    }

    private PivotCell Share(FigurePoint at, IReadOnlyList<Subject> group)
    {
        (GroupFigure part, GroupFigure of) = figures.Share(group, new FigureRequest(at.Indicator, at.Scope, at.Month));
        return Whole(at, [of, part], synthetic => of.Number > 0m
            ? Cell(at, Percentage.FromFraction(part.Number!.Value / of.Number.Value).ToQuantity(), synthetic)
            : PivotCell.Without(MissingReason.ZeroBase, at));
    }

    private static PivotCell Growth(FigurePoint at, GroupFigure before, GroupFigure now) => before.Number > 0m
        ? Cell(
            at,
            Percentage.FromFraction((now.Number!.Value - before.Number.Value) / before.Number.Value).ToQuantity(),
            before.Synthetic || now.Synthetic)
        : PivotCell.Without(MissingReason.ZeroBase, at);

    /// <summary>Only when every figure stands for the whole group.</summary>
    private static PivotCell Whole(FigurePoint at, IReadOnlyList<GroupFigure> found, Func<bool, PivotCell> make)
    {
        GroupFigure now = found[^1];
        if (!now.IsComplete)
        {
            return new PivotCell(null, now.Why, now.Expected, now.Present, Synthetic: false, at);
        }

        return found.FirstOrDefault(each => !each.IsComplete) is { Why: { } why } gap
            ? new PivotCell(
                null,
                why is MissingReason.NotReported or MissingReason.NotOpen ? MissingReason.NoBase : why,
                gap.Expected,
                gap.Present,
                Synthetic: false,
                at)
            : make(found.Any(each => each.Synthetic));
    }

    private static PivotCell Cell(FigurePoint at, decimal number, Unit unit, bool synthetic) =>
        Cell(at, new Quantity(number, unit), synthetic);

    private static PivotCell Cell(FigurePoint at, Quantity value, bool synthetic) => new(value, null, 1, 1, synthetic, at);
}
