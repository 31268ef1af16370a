using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Sources.Pboc;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>Reads the forms of the 1104 returns (非现场监管报表) that seed-data/forms describes.</summary>
/// <remarks>
/// The sheets of 境内汇总 give the figures. Those of 法人汇总 and 合并 are kept as forms only, so that rules can compare
/// them.
/// </remarks>
internal static class FormParser
{
    // The largest form has 130 rows and 40 columns, and a sheet holds a few blocks of it.
    private const int MostCells = 100_000;

    public static ParsedFile Parse(IReadOnlyList<Grid> grids, SourceContext context)
    {
        FindingList findings = new();
        List<FormSheet> forms = [];
        List<Figure> figures = [];
        foreach (Grid grid in grids)
        {
            if (FormScan.Size(grid) is > MostCells and int size)
            {
                findings.Add(RuleNumbers.TooLarge, null, $"{grid.Sheet}: {size}", $"<= {MostCells}");
                continue;
            }

            List<FormTable> tables = FormScan.Tables(grid, context.Forms);
            if (tables.Count == 0)
            {
                findings.Add(RuleNumbers.WrongHeader, null, grid.Sheet, "A | B | C …");
            }

            foreach (FormTable table in tables)
            {
                Read(table, context, forms, figures, findings);
            }
        }

        string layout = Layout(grids, context);
        List<Figure> distinct = Distinct(figures, findings);
        if (distinct.Count == 0 && !findings.HasBlocking)
        {
            string blocks = string.Join(" | ", forms.Select(form => form.Block));
            findings.Add(RuleNumbers.NoFigures, null, blocks, FormBlock.Domestic);
        }

        return findings.HasBlocking
            ? ParsedFile.Refused(layout, findings.ToList())
            : new ParsedFile(
                layout, distinct, [], [], findings.ToList(), grids.Any(CreditFundsParser.SaysSynthetic), Received: null)
            {
                Forms = forms,
            };
    }

    private static void Read(
        FormTable table, SourceContext context, List<FormSheet> forms, List<Figure> figures, FindingList findings)
    {
        if (FormSheetReader.Read(table, context, findings) is not { } sheet)
        {
            return;
        }

        forms.Add(sheet);
        if (FormBlock.GivesFigures(sheet.Block))
        {
            figures.AddRange(FormSheetReader.Figures(table, sheet, findings));
        }
    }

    private static List<Figure> Distinct(List<Figure> figures, FindingList findings)
    {
        Dictionary<(SeriesKey, YearMonth), Figure> first = [];
        foreach (Figure figure in figures)
        {
            if (!first.TryAdd((figure.Series, figure.Month), figure))
            {
                Figure earlier = first[(figure.Series, figure.Month)];
                string rule = earlier.Value == figure.Value ? RuleNumbers.RepeatedRow : RuleNumbers.ContradictingRows;
                findings.Add(rule, figure.Cell, Shown(figure), $"{Shown(earlier)} ({earlier.Cell})");
            }
        }

        return [.. first.Values];
    }

    private static string Shown(Figure figure) => figure.Value?.ToString() ?? "–";

    private static string Layout(IReadOnlyList<Grid> grids, SourceContext context)
    {
        List<string> layouts =
        [
            .. grids.Select(grid => FormScan.FormOf(grid, context.Forms)?.Layout).OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        return layouts is [string one] ? one : LayoutNames.Nfra1104;
    }
}
