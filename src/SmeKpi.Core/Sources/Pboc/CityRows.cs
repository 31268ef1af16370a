using System.Text.RegularExpressions;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>全市存贷增长: a bank or county in each row, balances and their changes side by side in columns.</summary>
/// <remarks>
/// Only balances of all deposits and all loans are read. Headings repeat from group to group, so a column is known by
/// the headings above it and never by its place.
/// </remarks>
internal static partial class CityRows
{
    private const int HeaderRows = 15;
    private const int LongestHead = 60;

    public static bool Recognises(Grid grid) => Title(grid) is { } title && FirstRow(grid) is { } first
        && first > title.Row + 1 && TableTop.Item(grid) is null;

    /// <returns>Null when findings say why the table cannot be read.</returns>
    public static CityTable? Locate(Grid grid, SourceContext context, FindingList findings)
    {
        TableTop.Cell title = Title(grid)!.Value;
        int first = FirstRow(grid)!.Value;
        string?[] heads = Heads(grid, title.Row + 1, first);
        YearMonth? month = TableTop.Month(grid, title, findings);
        string? city = NamesInContext.FilingRegion(context, findings);
        List<CityMeasure> measures = Measures(grid, heads, first, findings);
        int names = Array.FindIndex(heads, head => head is not null && NamesPattern().IsMatch(head));
        if (names < 0)
        {
            findings.Add(RuleNumbers.WrongHeader, grid.Cell(first - 1, 0), "", "机构 | 地区");
        }

        if (month is not { } at || city is null || names < 0)
        {
            return null;
        }

        List<CitySubject> subjects = [];
        for (int row = first; row < grid.RowCount && !IsNote(grid, row); row++)
        {
            if (!string.IsNullOrWhiteSpace(grid[row, names]) || HasValue(grid, row, measures))
            {
                CitySubjects.Add(grid, row, names, row, city, context, subjects, findings);
            }
        }

        return new CityTable(grid, SubjectsInRows: true, TableTop.Scope(title.Label), at, subjects, measures);
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

    // The first row with a number to the right of a name; titles and headings hold none.
    private static int? FirstRow(Grid grid)
    {
        for (int row = 1; row < Math.Min(grid.RowCount, HeaderRows); row++)
        {
            bool hasNumber = Enumerable.Range(1, Math.Max(0, grid.ColumnCount(row) - 1)).Any(column =>
                !NumberText.IsMissing(grid[row, column]) && NumberText.TryParse(grid[row, column], out _));
            if (hasNumber)
            {
                return row;
            }
        }

        return null;
    }

    // Merged cells have their text in the first; rows with one text are notes about the table, not headings.
    private static string?[] Heads(Grid grid, int from, int before)
    {
        string?[] heads = new string?[Grid.MaxColumns];
        for (int row = from; row < before; row++)
        {
            string carried = "";
            bool isGroup = row < before - 1;
            if (Enumerable.Range(0, grid.ColumnCount(row)).Count(column => Label(grid, row, column).Length > 0) < 2)
            {
                continue;
            }

            for (int column = 0; column < Math.Min(grid.ColumnCount(row), Grid.MaxColumns); column++)
            {
                string label = Label(grid, row, column);
                carried = label.Length > 0 ? label : isGroup ? carried : "";
                heads[column] += carried;
            }
        }

        return heads;
    }

    private static List<CityMeasure> Measures(Grid grid, string?[] heads, int first, FindingList findings)
    {
        List<CityMeasure> measures = [];
        SourceUnit? tableUnit = null;
        foreach ((string code, Regex pattern) in Balances)
        {
            List<int> columns =
                [.. heads.Index().Where(head => pattern.IsMatch(head.Item ?? "")).Select(head => head.Index)];
            if (columns is [int column])
            {
                tableUnit ??= TableTop.Unit(grid, findings);
                measures.AddRange(tableUnit is { } unit ? [new CityMeasure(column, code, unit)] : []);
                continue;
            }

            string rule = columns.Count == 0 ? RuleNumbers.WrongHeader : RuleNumbers.TwoTables;
            findings.Add(
                rule, grid.Cell(first - 1, columns.FirstOrDefault()),
                SourceText.Show(string.Join(" | ", heads.Where(head => head is { Length: > 0 }))), "1 × " + code);
        }

        return measures;
    }

    private static IReadOnlyList<(string Code, Regex Head)> Balances =>
        [(CreditFundsRows.AllDeposits, DepositsPattern()), (IndicatorCodes.LoansAll, LoansPattern())];

    private static string Label(Grid grid, int row, int column) =>
        RowLabel.Normalise(grid[row, column]) is { Length: <= LongestHead } label ? label : "";

    private static bool IsNote(Grid grid, int row) =>
        Enumerable.Range(0, grid.ColumnCount(row)).Any(column => Label(grid, row, column).StartsWith('注'));

    private static bool HasValue(Grid grid, int row, List<CityMeasure> measures) =>
        measures.Exists(measure => !NumberText.IsMissing(grid[row, measure.At]));

    [GeneratedRegex("存贷款?(增长|余额|统计|情况|简表|月报|主要)")]
    private static partial Regex TitlePattern();

    // A balance is called one: 本月各项存款 beside 本年各项存款 are increases.
    [GeneratedRegex("^(本月|本期|期末|月末)?(余额(各项)?存款|(各项)?存款余额|各项存款各项存款余额)$")]
    private static partial Regex DepositsPattern();

    [GeneratedRegex("^(本月|本期|期末|月末)?(余额(各项)?贷款|(各项)?贷款余额|各项贷款各项贷款余额)$")]
    private static partial Regex LoansPattern();

    [GeneratedRegex("机构|银行|行名|名称|地区|区域|县|镇街")]
    private static partial Regex NamesPattern();
}
