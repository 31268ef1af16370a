using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Forms;

/// <summary>Compares cells of a form with a figure of the same bank and month that is stored already.</summary>
internal static class FormReturns
{
    /// <param name="Places">Items and columns that are added up.</param>
    public sealed record Cells(string Form, IReadOnlyList<(string Item, string Column)> Places);

    /// <param name="share">How much of the stored figure may be missing or too much.</param>
    public static IEnumerable<Finding> Match(
        string rule, ParsedFile file, CheckContext context, Cells cells, (string Code, string Scope) series, decimal share)
    {
        // The figures of the file itself come from the same cells and prove nothing.
        KnownValues stored = new(file: null, context);
        foreach (FormSheet sheet in FormChecks.Of(file, cells.Form))
        {
            SeriesKey key = new(series.Code, series.Scope, sheet.Bank, sheet.Region);
            if (sheet.Bank is not null && FormChecks.Total(sheet, cells.Places) is { } total
                && stored.OfCity(key, sheet.Month) is { } known
                && !total.CanEqual(Interval.Shown(known, 2m * share * decimal.Abs(known))))
            {
                yield return new Finding(
                    rule, sheet.Find(cells.Places[0].Item, cells.Places[0].Column)!.Cell, $"{total}",
                    $"{series.Code} = {Interval.Exact(known)} ± {FigureChecks.Percent(share)}");
            }
        }
    }
}
