using System.Globalization;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>The table without titles and notes: columns year, type, item, month_01 … month_12.</summary>
internal static class StrippedCreditFunds
{
    private const int YearColumn = 0;
    private const int TypeColumn = 1;
    private const int ItemColumn = 2;
    private const int FirstMonthColumn = 3;
    private static readonly string[] s_heads = ["year", "type", "item"];

    public static bool Recognises(Grid grid) =>
        Enumerable.Range(0, s_heads.Length).All(column => grid[0, column].Trim() == s_heads[column]);

    /// <returns>Null when findings say why the table cannot be read.</returns>
    public static CreditFundsTable? Locate(Grid grid, FindingList findings)
    {
        List<TableRow> rows = [];
        int? year = null;
        for (int row = 1; row < grid.RowCount; row++)
        {
            if (Enumerable.Range(0, grid.ColumnCount(row)).All(column => NumberText.IsMissing(grid[row, column])))
            {
                continue;
            }

            if (!IsYear(grid[row, YearColumn], out int found) || (year ??= found) != found)
            {
                findings.Add(
                    RuleNumbers.MixedYears, grid.Cell(row, YearColumn), SourceText.Show(grid[row, YearColumn]),
                    year?.ToString(CultureInfo.InvariantCulture) ?? "yyyy");
            }

            rows.Add(new TableRow(row, RowLabel.Normalise(grid[row, TypeColumn]), grid[row, ItemColumn]));
        }

        if (year is not { } one)
        {
            findings.Add(RuleNumbers.NoFigures, null, grid.Sheet, "month_01");
            return null;
        }

        return new CreditFundsTable(grid, Months(grid, one, findings), rows);
    }

    private static List<MonthColumn> Months(Grid grid, int year, FindingList findings)
    {
        List<MonthColumn> months = [];
        for (int column = FirstMonthColumn; column < grid.ColumnCount(0); column++)
        {
            string head = grid[0, column].Trim();
            int month = column - FirstMonthColumn + 1;
            string expected = month > 12 ? "" : string.Create(CultureInfo.InvariantCulture, $"month_{month:00}");
            if (head != expected)
            {
                findings.Add(RuleNumbers.WrongMonthColumn, grid.Cell(0, column), SourceText.Show(head), expected);
            }
            else if (month <= 12)
            {
                months.Add(new MonthColumn(column, new YearMonth(year, month)));
            }
        }

        return months;
    }

    private static bool IsYear(string text, out int year) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out year)
        && MonthText.IsPlausible(year);
}
