using System.Text.RegularExpressions;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>Reads 江苏省金融机构人民币（本外币）信贷收支表: one area, months as columns or one month in the title.</summary>
/// <remarks>A publisher's workbook has several sheets; those whose title names an area and a scope are read.</remarks>
internal static partial class ProvinceTableParser
{
    private static readonly string[] s_balanceHeads = ["本期余额", "期末余额", "余额"];

    public static bool Recognises(Grid grid) =>
        Title(grid) is not null && TableTop.Item(grid) is { } item && HasMonths(grid, item);

    public static ParsedFile Parse(IReadOnlyList<Grid> grids, SourceContext context)
    {
        FindingList findings = new();
        List<Figure> figures = [];
        foreach (Grid grid in grids)
        {
            figures.AddRange(Figures(grid, context, findings));
        }

        RegionalFigures.CheckDistinct(figures, findings);
        return RegionalFigures.File(LayoutNames.PbocProvinceTable, grids, figures, findings);
    }

    private static IEnumerable<Figure> Figures(Grid grid, SourceContext context, FindingList findings)
    {
        TableTop.Cell title = Title(grid)!.Value;
        TableTop.Cell item = TableTop.Item(grid)!.Value;
        string scope = TableTop.Scope(title.Label);
        if (!TableTop.SheetAgrees(grid, scope))
        {
            findings.Add(RuleNumbers.WrongHeader, null, SourceText.Show(grid.Sheet), SourceText.Show(title.Label));
        }

        string name = TitlePattern().Match(title.Label).Groups["region"].Value;
        if (NamesInContext.Region(context, name) is not { } region)
        {
            findings.Add(
                RuleNumbers.UnknownName, grid.Cell(title.Row, title.Column), SourceText.Show(name), "region_code");
            return [];
        }

        SourceUnit? unit = TableTop.Unit(grid, findings);
        List<MonthColumn> months = Months(grid, title, item, findings);
        List<(int Row, string Code)> rows = RegionalRows.Read(grid, item, scope, context, findings);
        return unit is { } read
            ? rows.SelectMany(row => months
                .Where(month => IsPublished(grid, rows, month))
                .Select(month => RegionalFigures.Read(
                    grid, row.Row, month.Column, new SeriesKey(row.Code, scope, null, region), month.Month, read,
                    findings)))
            : [];
    }

    private static TableTop.Cell? Title(Grid grid)
    {
        foreach (TableTop.Cell cell in TableTop.Cells(grid))
        {
            if (TitlePattern().IsMatch(cell.Label))
            {
                return cell;
            }
        }

        return null;
    }

    private static bool HasMonths(Grid grid, TableTop.Cell item) =>
        Heads(grid, item).FirstOrDefault() is { Head: { } first }
        && (IsBalance(first) || MonthHeading.Read(first, expected: null) is not null);

    private static bool IsBalance(string head) =>
        s_balanceHeads.Contains(RowLabel.Normalise(head), StringComparer.Ordinal);

    private static IEnumerable<(int Column, string Head)> Heads(Grid grid, TableTop.Cell item) =>
        Enumerable.Range(item.Column + 1, Math.Max(0, grid.ColumnCount(item.Row) - item.Column - 1))
            .Select(column => (column, grid[item.Row, column].Trim()))
            .Where(head => head.Item2.Length > 0);

    private static List<MonthColumn> Months(
        Grid grid, TableTop.Cell title, TableTop.Cell item, FindingList findings)
    {
        List<(int Column, string Head)> heads = [.. Heads(grid, item)];
        if (IsBalance(heads[0].Head))
        {
            return TableTop.Month(grid, title, findings) is { } only ? [new MonthColumn(heads[0].Column, only)] : [];
        }

        List<MonthColumn> months = [];
        foreach ((int column, string head) in heads)
        {
            YearMonth? expected = months.Count == 0 ? null : months[^1].Month.AddMonths(1);
            if (MonthHeading.Read(head, expected) is { } month && !MayBeOctober(head, months.Count))
            {
                months.Add(new MonthColumn(column, month));
                continue;
            }

            findings.Add(
                RuleNumbers.WrongMonthColumn, grid.Cell(item.Row, column), SourceText.Show(head),
                expected?.ToString() ?? "yyyy.MM");
            break;
        }

        return months;
    }

    // 2026.1 is what a program makes of 2026.10; only the column before could tell it from January.
    private static bool MayBeOctober(string head, int before) =>
        before == 0 && head.EndsWith(".1", StringComparison.Ordinal);

    private static bool IsPublished(Grid grid, List<(int Row, string Code)> rows, MonthColumn month) =>
        rows.Exists(row => !NumberText.IsMissing(grid[row.Row, month.Column]));

    [GeneratedRegex(
        "^(\\([0-9]+\\)|[0-9]+[.、])?([0-9]{4}年[0-9]{1,2}月)?(?<region>[\\u4E00-\\u9FFF]{1,15}[省市县区])"
        + "金融机构(人民币|本外币)信贷收支表(\\(.*\\))?([0-9]{4}年[0-9]{1,2}月)?$")]
    private static partial Regex TitlePattern();
}
