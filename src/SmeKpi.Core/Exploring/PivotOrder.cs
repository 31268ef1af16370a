using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>Filters and sorts the rows of an answer.</summary>
internal static class PivotOrder
{
    private const decimal YuanInYi = 100_000_000m;

    public static IReadOnlyList<PivotRow> Apply(
        Exploration question, IReadOnlyList<PivotHead> columns, IReadOnlyList<PivotRow> rows)
    {
        IEnumerable<PivotRow> kept = rows.Where(row => IsWanted(question, row));
        if (question.Sort is not { } sort || Finder(sort.Column, columns) is not { } find)
        {
            return [.. kept];
        }

        // Rows of different units are kept apart; what is missing stands last, whichever way the rest runs.
        IOrderedEnumerable<PivotRow> ordered = kept
            .OrderBy(row => find(row)?.Value is null)
            .ThenBy(row => find(row)?.Value?.Unit);
        return sort.Descending
            ? [.. ordered.ThenByDescending(row => find(row)?.Value?.Number)]
            : [.. ordered.ThenBy(row => find(row)?.Value?.Number)];
    }

    /// <returns>Null when there is no such column.</returns>
    public static Func<PivotRow, PivotCell?>? Finder(string column, IReadOnlyList<PivotHead> columns)
    {
        if (column == ExplorationSort.Total)
        {
            return row => row.Total;
        }

        int at = columns.ToList().FindIndex(head => head.Key == column);
        return at < 0 ? null : row => row.Cells[at];
    }

    private static bool IsWanted(Exploration question, PivotRow row) =>
        (question.Above is not { } above || row.Cells.Any(cell => Number(cell) > above))
        && (question.Below is not { } below || row.Cells.Any(cell => Number(cell) < below))
        && (!question.MissingOnly || row.Cells.Any(cell =>
            cell.Why is MissingReason.NotReported or MissingReason.Incomplete or MissingReason.NoBase));

    private static decimal? Number(PivotCell cell) => cell.Value is { } value
        ? value.Unit == Unit.Yuan ? value.Number / YuanInYi : value.Number
        : null;
}
