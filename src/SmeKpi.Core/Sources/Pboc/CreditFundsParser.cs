using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>Reads 金融机构人民币信贷收支表 of one year from a grid, in both forms in which it is met.</summary>
/// <remarks>All rows or none: a renamed, missing or repeated row refuses the table, because a sum would hide it.</remarks>
internal static class CreditFundsParser
{
    private const string Nation = "100000";

    public static bool Recognises(Grid grid) =>
        StrippedCreditFunds.Recognises(grid) || OriginalCreditFunds.Recognises(grid);

    /// <param name="grids">One table.</param>
    public static ParsedFile Parse(IReadOnlyList<Grid> grids, SourceContext context)
    {
        Grid grid = grids[0];
        FindingList findings = new();
        CreditFundsTable? table = StrippedCreditFunds.Recognises(grid)
            ? StrippedCreditFunds.Locate(grid, findings)
            : OriginalCreditFunds.Locate(grid, findings);
        IReadOnlyList<Figure> figures = [];
        if (table is not null)
        {
            List<(TableRow Row, string Code)> rows = CreditFundsRowMatch.Match(table, findings);
            figures = findings.HasBlocking ? [] : Figures(table, rows, findings);
        }

        return findings.HasBlocking
            ? ParsedFile.Refused(LayoutNames.PbocCreditFunds, findings.ToList())
            : new ParsedFile(
                LayoutNames.PbocCreditFunds, figures, [], [], findings.ToList(), SaysSynthetic(grid), Received: null);
    }

    private static List<Figure> Figures(
        CreditFundsTable table, List<(TableRow Row, string Code)> rows, FindingList findings)
    {
        List<MonthColumn> published = [.. table.Months.Where(month => IsPublished(table, month))];
        if (published.Count == 0)
        {
            findings.Add(RuleNumbers.NoFigures, null, table.Grid.Sheet, "> 0");
            return [];
        }

        TableRow loans = rows.First(row => row.Code == IndicatorCodes.LoansAll).Row;
        NationalMagnitude.Check(table.Grid, loans, published, findings);
        if (findings.HasBlocking)
        {
            return [];
        }

        List<Figure> figures = new(rows.Count * published.Count);
        foreach ((TableRow row, string code) in rows)
        {
            SeriesKey series = new(code, ScopeCodes.Rmb, Bank: null, Nation);
            foreach (MonthColumn month in published)
            {
                Quantity? value = Value(table.Grid, row.Row, month.Column, findings);
                figures.Add(new Figure(series, month.Month, value, table.Grid.Cell(row.Row, month.Column)));
            }
        }

        return figures;
    }

    // Months not yet published stand in the table from January on, without any figure.
    private static bool IsPublished(CreditFundsTable table, MonthColumn month) =>
        table.Rows.Any(row => !NumberText.IsMissing(table.Grid[row.Row, month.Column]));

    private static Quantity? Value(Grid grid, int row, int column, FindingList findings)
    {
        string text = grid[row, column];
        if (NumberText.IsMissing(text))
        {
            return null;
        }

        Quantity? value = NumberText.TryParse(text, out decimal yi) ? SourceUnit.YiYuan.Convert(yi) : null;
        if (value is null)
        {
            findings.Add(RuleNumbers.BadNumber, grid.Cell(row, column), SourceText.Show(text), "0.00");
        }

        return value;
    }

    public static bool SaysSynthetic(Grid grid)
    {
        for (int row = 0; row < grid.RowCount; row++)
        {
            for (int column = 0; column < grid.ColumnCount(row); column++)
            {
                if (grid[row, column].Contains("synthetic: true", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
