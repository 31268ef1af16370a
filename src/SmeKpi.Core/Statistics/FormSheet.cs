using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>A form of the 1104 returns (非现场监管报表) as one bank filed it for one month: every cell by item and column.</summary>
/// <param name="Form">The form's number without variant prefix, as S71_I, G01, G01_II, S63_I.</param>
/// <param name="Block">口径: which part of the bank the figures cover, as 境内汇总; empty when the file does not say.</param>
/// <param name="Bank">The code of the bank; null when the file names none that is known.</param>
public sealed record FormSheet(
    string Form, string Block, string? Bank, string Region, YearMonth Month, IReadOnlyList<FormCell> Cells)
{
    private Dictionary<(string Item, string Column), FormCell>? _byCode;

    /// <param name="item">The item as in 1.3 or 62; see seed-data/forms.</param>
    /// <param name="column">The column as in A5.</param>
    /// <returns>Null when the form has no such cell.</returns>
    public FormCell? Find(string item, string column) =>
        (_byCode ??= Cells.DistinctBy(cell => (cell.Item, cell.Column)).ToDictionary(cell => (cell.Item, cell.Column)))
        .GetValueOrDefault((item, column));

    /// <summary>Each item of the form once, in the order of its rows.</summary>
    public IEnumerable<string> Items => Cells.Select(cell => cell.Item).Distinct();

    /// <summary>Each column of the form once, in the order of its cells.</summary>
    public IEnumerable<string> Columns => Cells.Select(cell => cell.Column).Distinct();
}

/// <summary>One cell of a form.</summary>
/// <param name="Value">In yuan, count or percent; null when the cell is empty.</param>
/// <param name="Step">The smallest difference that the file can show, in the unit of the value: 100 for 万元 with two decimals.</param>
public sealed record FormCell(string Item, string Column, Quantity? Value, decimal Step, SourceCell Cell)
{
    /// <summary>All numbers that the value may stand for; null when the cell is empty.</summary>
    public Interval? Shown => Value is { } value ? Interval.Shown(value.Number, Step) : null;
}
