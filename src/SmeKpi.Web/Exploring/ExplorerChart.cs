using SmeKpi.Core.Exploring;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Exploring;

/// <summary>What of an answer is drawn: lines where months run one way and nothing else, else bars of one column.</summary>
/// <param name="Labels">The heads of months, or of bars.</param>
/// <param name="Lines">One for each series; one alone for bars.</param>
/// <param name="Column">The column that the bars show; null for lines.</param>
/// <param name="LeftOut">How many rows or columns are not drawn.</param>
public sealed record ExplorerChart(
    IReadOnlyList<PivotHead> Labels,
    IReadOnlyList<ExplorerLine> Lines,
    PivotHead? Column,
    Unit Unit,
    int LeftOut)
{
    public const int Most = 12;

    public bool IsLines => Column is null;

    /// <returns>Null when there is nothing to draw.</returns>
    public static ExplorerChart? Of(PivotTable table, IReadOnlyList<PivotRow> shown)
    {
        Exploration question = table.Question;
        return question.Columns is [ExplorationAxis.Month] && table.Columns.Count > 1
                ? OverMonths(table.Columns, [.. shown.Select(row => new ExplorerLine(row.Head, row.Cells))], table.Rows.Count)
            : question.Rows is [ExplorationAxis.Month] && shown.Count > 1 ? Transposed(table, shown)
            : Bars(table, shown);
    }

    private static ExplorerChart? Transposed(PivotTable table, IReadOnlyList<PivotRow> shown)
    {
        List<PivotRow> months = [.. shown.OrderBy(row => row.Head.Key, StringComparer.Ordinal)];
        return OverMonths(
            [.. months.Select(row => row.Head)],
            [.. table.Columns.Select((head, at) => new ExplorerLine(head, [.. months.Select(row => row.Cells[at])]))],
            table.Columns.Count);
    }

    // One axis has one unit: that of the first series with a value.
    private static ExplorerChart? OverMonths(IReadOnlyList<PivotHead> labels, IReadOnlyList<ExplorerLine> all, int count)
    {
        if (all.SelectMany(line => line.Cells).FirstOrDefault(cell => cell.IsComplete)?.Value?.Unit is not { } unit)
        {
            return null;
        }

        List<ExplorerLine> drawn = [.. all.Where(line => line.HasUnit(unit)).Take(Most)];
        return new ExplorerChart(labels, drawn, Column: null, unit, count - drawn.Count);
    }

    private static ExplorerChart? Bars(PivotTable table, IReadOnlyList<PivotRow> shown)
    {
        int at = Math.Max(0, table.Columns.ToList().FindIndex(head => head.Key == table.Question.Sort?.Column));
        if (table.Columns.Count == 0 || shown.FirstOrDefault(row => row.Cells[at].IsComplete) is not { } first)
        {
            return null;
        }

        Unit unit = first.Cells[at].Value!.Value.Unit;
        List<PivotRow> drawn = [.. shown.Where(row => row.Cells[at] is { IsComplete: true, Value: { } value } && value.Unit == unit).Take(Most)];
        return new ExplorerChart(
            [.. drawn.Select(row => row.Head)],
            [new ExplorerLine(table.Columns[at], [.. drawn.Select(row => row.Cells[at])])],
            table.Columns[at],
            unit,
            table.Rows.Count - drawn.Count);
    }
}

/// <param name="Cells">One for each label; only whole values are drawn.</param>
public sealed record ExplorerLine(PivotHead Head, IReadOnlyList<PivotCell> Cells)
{
    public IReadOnlyList<decimal?> Values(decimal divisor) =>
        [.. Cells.Select(cell => cell.IsComplete ? cell.Value!.Value.Number / divisor : (decimal?)null)];

    internal bool HasUnit(Unit unit) => Cells.Any(cell => cell.IsComplete && cell.Value!.Value.Unit == unit);
}
