using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>A table that any export can take: heads and typed cells.</summary>
public sealed record SheetTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<SheetValue>> Rows);

/// <summary>One cell: a word or a number; both null when there is nothing.</summary>
public readonly record struct SheetValue(string? Text, decimal? Number)
{
    public static SheetValue Of(string? text) => new(text, null);

    public static SheetValue Of(decimal? number) => new(null, number);
}

/// <summary>An answer as a long table: one line for each cell, complete, in the order seen, unrounded.</summary>
public static class ExplorationSheet
{
    private static readonly ExplorationAxis[] s_axes = Enum.GetValues<ExplorationAxis>();

    /// <summary>Empty words stand for what an axis that is not shown adds up.</summary>
    public static SheetTable Of(PivotTable table) => new(
        [
            .. s_axes.Select(ExplorationWords.Of), "measure", "value", "unit", "complete", "missing", "expected", "present", "synthetic",
        ],
        [.. table.Rows.SelectMany(row => row.Cells.Select((cell, at) => Line(table, row.Head, table.Columns[at], cell)))]);

    private static IReadOnlyList<SheetValue> Line(PivotTable table, PivotHead row, PivotHead column, PivotCell cell) =>
    [
        .. s_axes.Select(axis => SheetValue.Of((row.Of(axis) ?? column.Of(axis))?.Code ?? Alone(axis, cell.At))),
        SheetValue.Of(ExplorationWords.Of(table.Question.Measure)),
        SheetValue.Of(cell.Value?.Number),
        SheetValue.Of(cell.Value is { } value ? UnitWord(value.Unit) : null),
        SheetValue.Of(cell.IsComplete ? "true" : "false"),
        SheetValue.Of(cell.Why?.ToString()),
        SheetValue.Of(cell.Expected),
        SheetValue.Of(cell.Present),
        SheetValue.Of(cell.Synthetic ? "true" : "false"),
    ];

    private static string? Alone(ExplorationAxis axis, FigurePoint? at) => axis switch
    {
        ExplorationAxis.Indicator => at?.Indicator,
        ExplorationAxis.Scope => at?.Scope,
        ExplorationAxis.Bank => at?.Subject?.Bank,
        ExplorationAxis.Area => at?.Subject?.Region,
        ExplorationAxis.Month => at?.Month.ToString(),
        _ => null,
    };

    private static string UnitWord(Unit unit) => unit switch
    {
        Unit.Yuan => "yuan",
        Unit.Count => "count",
        Unit.Percent => "percent",
        Unit.Points => "points",
        _ => "bp",
    };
}
