using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>Why a cell has no number, or none that stands for the whole.</summary>
public enum MissingReason
{
    NotReported,

    /// <summary>The bank did not exist in the month.</summary>
    NotOpen,

    /// <summary>The indicator has no such scope, or the bank is of another type.</summary>
    NotDefined,

    /// <summary>小组抑制: it rests on too few banks.</summary>
    Withheld,

    /// <summary>Outside of what whoever asks may see.</summary>
    NotYours,

    /// <summary>Some of those who should have reported have not: the value, if any, is the sum of the others.</summary>
    Incomplete,

    /// <summary>The value to compare with is missing.</summary>
    NoBase,

    /// <summary>The value to divide by is not above zero.</summary>
    ZeroBase,

    /// <summary>A level such as an interest rate is not added, shared out or grown.</summary>
    Rate,
}

/// <summary>The series and month behind a cell.</summary>
/// <param name="Subject">Null when the cell is a sum of several subjects.</param>
public sealed record FigurePoint(string Indicator, string Scope, YearMonth Month, Subject? Subject);

/// <summary>One answer.</summary>
/// <param name="Value">Null when missing. With <see cref="MissingReason.Incomplete"/> the sum of those present; changes, growth and shares are null then.</param>
/// <param name="Why">Null when the value is whole.</param>
/// <param name="Expected">How many should have reported, where some have not; else 1.</param>
/// <param name="At">Null in totals over several months and where no such series exists.</param>
public sealed record PivotCell(
    Quantity? Value, MissingReason? Why, int Expected, int Present, bool Synthetic, FigurePoint? At)
{
    public bool IsComplete => Value is not null && Why is null;

    internal static PivotCell Without(MissingReason why, FigurePoint? at = null) => new(null, why, 1, 0, Synthetic: false, at);
}

/// <summary>The head of a row or column: one member of each of its axes.</summary>
public sealed record PivotHead(IReadOnlyList<ExplorationMember> Members)
{
    /// <summary>The codes, joined: what a sort names a column by; a word where there is no code.</summary>
    public string Key { get; } = string.Join('~', Members.Select(member => member.Code)) is { Length: > 0 } codes ? codes : "value";

    /// <returns>Null when the axis is none of this head's.</returns>
    public ExplorationMember? Of(ExplorationAxis axis) => Members.FirstOrDefault(member => member.Axis == axis);
}

/// <param name="Total">Null where the cells of the row may not be added up.</param>
public sealed record PivotRow(PivotHead Head, IReadOnlyList<PivotCell> Cells, PivotCell? Total);

/// <summary>The answer to a question.</summary>
/// <param name="Rows">Sorted and filtered.</param>
/// <param name="Totals">One for each column, over all rows, also those that the filter leaves out; null where they may not be added up.</param>
/// <param name="AllRows">The number of rows before the filter.</param>
public sealed record PivotTable(
    ExplorationFrame Frame,
    IReadOnlyList<PivotHead> Columns,
    IReadOnlyList<PivotRow> Rows,
    IReadOnlyList<PivotCell?> Totals,
    int AllRows)
{
    public Exploration Question => Frame.Question;

    public bool HasRowTotals => Rows.Any(row => row.Total is not null);

    public bool HasColumnTotals => Totals.Any(total => total is not null);

    /// <summary>Whether any cell that is shown rests on made-up values.</summary>
    public bool Synthetic => Rows.Any(row => row.Cells.Any(cell => cell.Synthetic));
}
