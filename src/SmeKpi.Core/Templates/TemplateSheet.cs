namespace SmeKpi.Core.Templates;

/// <summary>How a cell of a template looks; the number is its place in the workbook's list of styles.</summary>
internal enum CellStyle : uint
{
    Plain = 0,
    Title = 1,
    Head = 2,
    Input = 3,
    Amount = 4,
    Count = 5,
    Wrapped = 6,
}

/// <param name="Text">Empty for a cell to fill in.</param>
internal readonly record struct TemplateCell(string Text, CellStyle Style);

/// <summary>A sheet of a template: what stands in it, how wide its columns are, what stays on screen.</summary>
internal sealed record TemplateSheet(
    string Name,
    IReadOnlyList<IReadOnlyList<TemplateCell>> Rows,
    IReadOnlyList<double> Widths,
    int FrozenRows,
    int FrozenColumns);
