using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using ValueType = SmeKpi.Core.Statistics.ValueType;

namespace SmeKpi.Core.Exploring;

/// <summary>Answers a question from one snapshot.</summary>
/// <remarks>
/// Totals are made like cells, from the figures of all they stand for. There is none over indicators or scopes, none of
/// levels, none over months except of flows within the month, none over areas that hold one another.
/// </remarks>
public sealed class PivotBuilder
{
    private readonly ExplorationFrame _frame;
    private readonly MeasureMaker _measure;

    // Most cells of an answer speak of the same few groups.
    private readonly Dictionary<(string? Bank, string? Type, string? Area), IReadOnlyList<Subject>> _groups = [];

    private PivotBuilder(ExplorationFrame frame, SheetBook figures, RowScope rows, SmallGroups groups)
    {
        _frame = frame;
        _measure = new MeasureMaker(new GroupFigures(figures, rows, groups, frame.City), frame.Question.Measure);
    }

    /// <param name="frame">A question without faults.</param>
    /// <param name="figures">At least what <see cref="ExplorationNeeds"/> names.</param>
    /// <param name="rows">The rows of banks and areas that whoever asks may see.</param>
    /// <param name="groups">How few banks are too few for whoever does not see them all.</param>
    /// <exception cref="ArgumentException">The question has faults.</exception>
    public static PivotTable Build(ExplorationFrame frame, SheetBook figures, RowScope rows, SmallGroups groups) =>
        frame.Faults.Count == 0
            ? new PivotBuilder(frame, figures, rows, groups).Build()
            : throw new ArgumentException($"The question has faults: {frame.Faults[0]}.", nameof(frame));

    private PivotTable Build()
    {
        IReadOnlyList<PivotHead> columns = Heads(_frame.Question.Columns);
        IReadOnlyList<PivotHead> heads = Heads(_frame.Question.Rows);
        List<PivotRow> rows = [.. heads.Select(head => RowOf(head, columns))];
        return new PivotTable(
            _frame,
            columns,
            PivotOrder.Apply(_frame.Question, columns, rows),
            [.. columns.Select(column => heads.Count < 2 ? null : Total([.. heads.Select(head => Place(head, column)).OfType<Place>()]))],
            rows.Count);
    }

    /// <summary>Every combination of the members, the first axis changing slowest; types only with banks of the type.</summary>
    private IReadOnlyList<PivotHead> Heads(IReadOnlyList<ExplorationAxis> axes)
    {
        IEnumerable<IReadOnlyList<ExplorationMember>> heads = [[]];
        foreach (ExplorationAxis axis in axes)
        {
            IReadOnlyList<ExplorationMember> members = _frame.MembersOf(axis);
            heads = [.. heads.SelectMany(head => members.Select(member => (IReadOnlyList<ExplorationMember>)[.. head, member]))];
        }

        return [.. heads.Select(head => new PivotHead(head)).Where(IsPossible)];
    }

    private bool IsPossible(PivotHead head) =>
        head.Of(ExplorationAxis.Bank) is not { Code: var bank } || head.Of(ExplorationAxis.BankType) is not { Code: var type}
        || _frame.Banks.Any(each => each.Code == bank && ExplorationWords.Of(each.Type) == type);

    private PivotRow RowOf(PivotHead head, IReadOnlyList<PivotHead> columns)
    {
        List<Place?> places = [.. columns.Select(column => Place(head, column))];
        return new PivotRow(
            head,
            [.. places.Select(place => place is null ? PivotCell.Without(MissingReason.NotDefined) : CellOf(place))],
            columns.Count < 2 ? null : Total([.. places.OfType<Place>()]));
    }

    private PivotCell CellOf(Place place) => _measure.Make(
        place.Indicator,
        new FigurePoint(place.Indicator.Code, place.Scope, place.Month, place.Group is [var only] ? only : null),
        place.Group);

    /// <summary>What a cell stands for; null when the indicator has no such scope or no bank is of such a type.</summary>
    private Place? Place(PivotHead row, PivotHead column)
    {
        string? Code(ExplorationAxis axis) => (row.Of(axis) ?? column.Of(axis))?.Code;

        Indicator indicator = Code(ExplorationAxis.Indicator) is { } code
            ? _frame.Indicators.First(each => each.Code == code)
            : _frame.Indicators[0];
        string scope = Code(ExplorationAxis.Scope)
            ?? (_frame.Question.Scopes.Count == 0 ? indicator.DefaultScope : _frame.Scopes[0].Code);
        bool isDefined = _frame.Question.Scopes.Count == 0
            ? scope == indicator.DefaultScope
            : indicator.Scopes.Contains(scope);
        (string?, string?, string?) whose = (Code(ExplorationAxis.Bank), Code(ExplorationAxis.BankType), Code(ExplorationAxis.Area));
        if (!_groups.TryGetValue(whose, out IReadOnlyList<Subject>? group))
        {
            _groups.Add(whose, group = Group(whose.Item1, whose.Item2, whose.Item3));
        }

        return isDefined && group.Count > 0
            ? new Place(indicator, scope, Code(ExplorationAxis.Month) is { } month ? YearMonth.Parse(month) : _frame.To, group)
            : null;
    }

    private IReadOnlyList<Subject> Group(string? bank, string? type, string? area)
    {
        IEnumerable<string> areas = area is null ? _frame.Areas.Select(each => each.Code) : [area];
        if (_frame.OfTotals)
        {
            return [.. areas.Select(each => new Subject(each))];
        }

        List<Bank> banks = [.. _frame.Banks
            .Where(each => (bank is null || each.Code == bank) && (type is null || ExplorationWords.Of(each.Type) == type))];
        return
        [
            .. BankLife.WithoutContinued(_frame.Master, banks)
                .SelectMany(each => areas.Select(region => new Subject(region, each.Code))),
        ];
    }

    /// <returns>Null where the places may not be added up.</returns>
    private PivotCell? Total(IReadOnlyList<Place> places)
    {
        bool isFlow = _frame.Question.Measure == ExplorationMeasure.Value && places is [var first, ..]
            && first.Indicator.ValueType == ValueType.MonthFlow;
        if (places.Count < 2
            || (!isFlow && places.Any(place => place.Month != places[0].Month))
            || places.DistinctBy(place => (place.Indicator.Code, place.Scope)).Count() > 1
            || places[0].Indicator.ValueType == ValueType.Rate
            || _frame.Overlap([.. places.SelectMany(place => place.Group).Select(subject => subject.Region).Distinct()]))
        {
            return null;
        }

        List<Place> months = [.. places.GroupBy(place => place.Month)
            .Select(month => month.First() with { Group = Union(month) })];
        return months.Count == 1 ? CellOf(months[0]) : OverMonths([.. months.Select(CellOf)]);
    }

    private IReadOnlyList<Subject> Union(IEnumerable<Place> places)
    {
        List<Subject> all = [.. places.SelectMany(place => place.Group).Distinct()];
        HashSet<string?> present = [.. all.Select(each => each.Bank)];
        HashSet<string> counted = [.. BankLife.WithoutContinued(
            _frame.Master, [.. _frame.Banks.Where(bank => present.Contains(bank.Code))]).Select(bank => bank.Code)];
        return [.. all.Where(subject => subject.Bank is not { } bank || counted.Contains(bank))];
    }

    private static PivotCell OverMonths(List<PivotCell> months)
    {
        if (months.Find(cell => cell.Why is MissingReason.Withheld or MissingReason.NotYours) is { } closed)
        {
            return closed with { At = null };
        }

        // Nobody owes a figure for a month in which there was no bank.
        List<PivotCell> due = [.. months.Where(cell => cell.Why != MissingReason.NotOpen)];
        List<PivotCell> known = [.. due.Where(cell => cell.Value is not null)];
        return known.Count == 0
            ? PivotCell.Without(due.Count == 0 ? MissingReason.NotOpen : MissingReason.NotReported)
            : new PivotCell(
                known[0].Value!.Value with { Number = known.Sum(cell => cell.Value!.Value.Number) },
                due.TrueForAll(cell => cell.IsComplete) ? null : MissingReason.Incomplete,
                due.Count,
                due.Count(cell => cell.IsComplete),
                known.Exists(cell => cell.Synthetic),
                At: null);
    }
}

/// <summary>The series, month and subjects of one cell.</summary>
internal sealed record Place(Indicator Indicator, string Scope, YearMonth Month, IReadOnlyList<Subject> Group);
