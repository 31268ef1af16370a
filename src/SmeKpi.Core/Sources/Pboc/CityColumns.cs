using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>信贷收支表 of one month, a bank or county in each column; its rows are those of the national table.</summary>
internal static class CityColumns
{
    private const string TitleEnd = "信贷收支表";
    private const string NationalTitle = "金融机构人民币信贷收支表";

    public static bool Recognises(Grid grid) =>
        Title(grid) is not null && TableTop.Item(grid) is not null && !ProvinceTableParser.Recognises(grid)
        && !StrippedCreditFunds.Recognises(grid);

    /// <returns>Null when findings say why the table cannot be read.</returns>
    public static CityTable? Locate(Grid grid, SourceContext context, FindingList findings)
    {
        TableTop.Cell title = Title(grid)!.Value;
        TableTop.Cell item = TableTop.Item(grid)!.Value;
        string scope = TableTop.Scope(title.Label);
        SourceUnit? unit = TableTop.Unit(grid, findings);
        YearMonth? month = TableTop.Month(grid, title, findings);
        string? city = NamesInContext.FilingRegion(context, findings);
        if (unit is not { } read || month is not { } at || city is null)
        {
            return null;
        }

        List<CitySubject> subjects = [];
        for (int column = item.Column + 1; column < grid.ColumnCount(item.Row); column++)
        {
            if (!string.IsNullOrWhiteSpace(grid[item.Row, column]))
            {
                CitySubjects.Add(grid, item.Row, column, column, city, context, subjects, findings);
            }
        }

        List<(int Row, string Code)> rows = RegionalRows.Read(grid, item, scope, context, findings);
        CheckUnheaded(grid, item, rows, findings);
        return new CityTable(
            grid, SubjectsInRows: false, scope, at, subjects,
            [.. rows.Select(row => new CityMeasure(row.Row, row.Code, read))]);
    }

    // The national table has this title and nothing else; whether it is whole is for its own parser to say.
    private static TableTop.Cell? Title(Grid grid)
    {
        foreach (TableTop.Cell cell in TableTop.Cells(grid))
        {
            if (cell.Label != NationalTitle && cell.Label.Contains(TitleEnd, StringComparison.Ordinal)
                && NamesOneMonth(grid, cell))
            {
                return cell;
            }
        }

        return null;
    }

    private static bool NamesOneMonth(Grid grid, TableTop.Cell title) =>
        TableTop.Month(grid, title, new FindingList()) is not null;

    // A column whose heading is lost must not vanish silently.
    private static void CheckUnheaded(
        Grid grid, TableTop.Cell item, List<(int Row, string Code)> rows, FindingList findings)
    {
        foreach ((int row, _) in rows)
        {
            for (int column = item.Column + 1; column < grid.ColumnCount(row); column++)
            {
                if (string.IsNullOrWhiteSpace(grid[item.Row, column]) && !NumberText.IsMissing(grid[row, column]))
                {
                    findings.Add(
                        RuleNumbers.UnknownName, grid.Cell(item.Row, column), SourceText.Show(grid[row, column]),
                        "bank | region | 合计");
                    return;
                }
            }
        }
    }
}
