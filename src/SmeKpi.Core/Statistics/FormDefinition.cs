using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>A form of the 1104 returns (非现场监管报表) as seed-data/forms describes it.</summary>
/// <param name="Number">Without variant prefix, as S71_I or G01.</param>
/// <param name="Layout">The name of the layout in reports about files, as nfra-s71-i.</param>
/// <param name="Prefixes">The numbers of its variants, as SF7101 and GF0100, which headings may use.</param>
/// <param name="OwnCodes">True when the codes of its items are ours: rows are then known by their labels.</param>
/// <param name="Unit">The unit of blank forms; a file states its own.</param>
public sealed record FormDefinition(
    string Number,
    string Layout,
    IReadOnlyList<string> Prefixes,
    bool OwnCodes,
    LocalizedText Title,
    string Unit,
    IReadOnlyList<FormColumn> Columns,
    IReadOnlyList<FormItem> Items,
    IReadOnlyList<FormFigure> Figures)
{
    /// <returns>Null when the form has no such item.</returns>
    public FormItem? FindItem(string code) => Items.FirstOrDefault(item => item.Code == code);

    /// <returns>Null when the form has no such column.</returns>
    public FormColumn? FindColumn(string code) => Columns.FirstOrDefault(column => column.Code == code);
}

/// <summary>A column of a form.</summary>
/// <param name="Code">As in A5.</param>
/// <param name="Kind">Yuan for amounts, count for numbers of borrowers.</param>
/// <param name="Under">The column whose heading stands above this one's; null when its heading stands alone.</param>
/// <param name="Also">Other headings that files give it.</param>
public sealed record FormColumn(
    string Code, LocalizedText Name, Unit Kind, string? Under, IReadOnlyList<string> Also);

/// <summary>A row of a form.</summary>
/// <param name="Code">As in 1.3 or 62.</param>
/// <param name="Parent">The item that it is part of; null at the top.</param>
/// <param name="Also">Other labels that files give it.</param>
public sealed record FormItem(string Code, LocalizedText Label, string? Parent, IReadOnlyList<string> Also);

/// <summary>The figure that cells of a form add up to; there is none when any of them is empty.</summary>
public sealed record FormFigure(string Indicator, string Scope, IReadOnlyList<FormPlace> Cells);

/// <summary>A cell of a form, written as item and column: 1.A5.</summary>
public readonly record struct FormPlace(string Item, string Column)
{
    public override string ToString() => $"{Item}.{Column}";
}
