using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation;

/// <summary>Which month a finding speaks of: that of its cell, else the month filed for, else the last of the file.</summary>
internal sealed class FindingMonths(ParsedFile file, CheckContext context)
{
    private Dictionary<SourceCell, YearMonth>? _ofCell;
    private YearMonth? _ofFile;

    /// <returns>Null when the file has no month, as master data have none.</returns>
    public YearMonth? Of(Finding finding) =>
        finding.Cell is { } cell && (_ofCell ??= Cells()).TryGetValue(cell, out YearMonth month)
            ? month
            : _ofFile ??= context.Month ?? Last();

    private Dictionary<SourceCell, YearMonth> Cells()
    {
        Dictionary<SourceCell, YearMonth> months = [];
        foreach (Figure figure in file.Figures)
        {
            months[figure.Cell] = figure.Month;
        }

        foreach (FormSheet form in file.Forms)
        {
            foreach (FormCell cell in form.Cells)
            {
                months[cell.Cell] = form.Month;
            }
        }

        return months;
    }

    private YearMonth? Last()
    {
        List<YearMonth> months = [.. file.Figures.Select(figure => figure.Month), .. file.Forms.Select(form => form.Month)];
        return months.Count == 0 ? null : months.Max();
    }
}
