using System.Globalization;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>The rows of 信贷收支表 of a province or city: those of the national table, often without its sections.</summary>
internal static class RegionalRows
{
    private const string Sources = "来源方项目";
    private const string Uses = "运用方项目";
    private static readonly string[] s_required = [CreditFundsRows.AllDeposits, IndicatorCodes.LoansAll];

    /// <summary>The rows whose series is known, with the indicator; 各项存款 and 各项贷款 must be there once.</summary>
    /// <remarks>Local tables have rows of their own. They are left out, and one finding says which.</remarks>
    public static List<(int Row, string Code)> Read(
        Grid grid, TableTop.Cell item, string scope, SourceContext context, FindingList findings)
    {
        List<(int Row, string Code)> rows = [];
        List<TableRow> unknown = [];
        string[] above = new string[CreditFundsRowMatch.Levels + 1];
        foreach (TableRow row in Labelled(grid, item))
        {
            string path = CreditFundsRowMatch.PathOf(row, above);
            if (!CreditFundsRows.CodesByPath.TryGetValue(path, out string? code))
            {
                unknown.Add(row);
            }
            else if (rows.Exists(each => each.Code == code))
            {
                findings.Add(
                    RuleNumbers.UnknownRow, grid.Cell(row.Row, item.Column), SourceText.Show(row.Label), "1 × " + code);
            }
            else if (MayBeReported(code, scope, context))
            {
                rows.Add((row.Row, code));
            }
        }

        foreach (string missing in s_required.Where(code => !rows.Exists(row => row.Code == code)))
        {
            findings.Add(RuleNumbers.MissingRow, null, grid.Sheet, missing);
        }

        ReportUnknown(grid, item, unknown, findings);
        return rows;
    }

    // Without section rows, the two totals begin the two sides.
    private static IEnumerable<TableRow> Labelled(Grid grid, TableTop.Cell item)
    {
        string section = "";
        for (int row = item.Row + 1; row < grid.RowCount; row++)
        {
            string label = RowLabel.Normalise(grid[row, item.Column]);
            if (label.StartsWith('注') || label == TableTop.ItemHead)
            {
                yield break;
            }

            if (label is Sources or Uses)
            {
                section = label;
            }
            else if (label.Length > 0)
            {
                section = RowLabel.Read(label).Name switch
                {
                    "各项存款" => Sources,
                    "各项贷款" => Uses,
                    _ => section,
                };
                yield return new TableRow(row, section, grid[row, item.Column]);
            }
        }
    }

    private static bool MayBeReported(string code, string scope, SourceContext context) =>
        s_required.Contains(code, StringComparer.Ordinal)
        || (context.Indicators.TryGetValue(code, out Indicator? indicator)
            && indicator.Scopes.Contains(scope, StringComparer.Ordinal));

    private static void ReportUnknown(
        Grid grid, TableTop.Cell item, List<TableRow> unknown, FindingList findings)
    {
        if (unknown.Count > 0)
        {
            string labels = string.Join(", ", unknown.Take(10).Select(row => RowLabel.Normalise(row.Label)));
            string count = unknown.Count.ToString(CultureInfo.InvariantCulture);
            findings.Add(
                RuleNumbers.RowLeftOut, grid.Cell(unknown[0].Row, item.Column), SourceText.Show($"{count}: {labels}"),
                "各项存款, 各项贷款 …");
        }
    }
}
