using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>The table as published: title, unit, header 项目 with months, two sections, notes.</summary>
internal static class OriginalCreditFunds
{
    private const string Title = "金融机构人民币信贷收支表";
    private const string ItemHead = "项目";
    private const string UnitMark = "单位:";
    private const string Note = "注";
    private const int RowsBeforeHeader = 15;
    private static readonly string[] s_sections = ["来源方项目", "运用方项目"];
    private static readonly string[] s_units = ["亿元", "亿元人民币"];

    /// <summary>The title must be the whole of a cell: those of provinces and kinds of institutions contain it.</summary>
    public static bool Recognises(Grid grid) => Top(grid).Any(cell => cell.Label == Title);

    /// <returns>Null when findings say why the table cannot be read.</returns>
    public static CreditFundsTable? Locate(Grid grid, FindingList findings)
    {
        if (Top(grid).Where(cell => cell.Label == ItemHead).ToList() is not [(int headRow, int itemColumn, _), ..])
        {
            findings.Add(RuleNumbers.WrongHeader, null, grid.Sheet, ItemHead);
            return null;
        }

        CheckUnit(grid, headRow, findings);
        List<MonthColumn> months = Months(grid, headRow, itemColumn, findings);
        List<TableRow> rows = Rows(grid, headRow, itemColumn, findings);
        CheckUnheadedColumns(grid, rows, months, itemColumn, findings);
        return months.Count == 0 ? null : new CreditFundsTable(grid, months, rows);
    }

    private static IEnumerable<TopCell> Top(Grid grid)
    {
        for (int row = 0; row < Math.Min(grid.RowCount, RowsBeforeHeader); row++)
        {
            for (int column = 0; column < grid.ColumnCount(row); column++)
            {
                yield return new TopCell(row, column, RowLabel.Normalise(grid[row, column]));
            }
        }
    }

    private static void CheckUnit(Grid grid, int headRow, FindingList findings)
    {
        List<TopCell> marks = [.. Top(grid)
            .Where(cell => cell.Row < headRow && cell.Label.StartsWith(UnitMark, StringComparison.Ordinal))];
        if (marks is not [(int row, int column, string label), ..])
        {
            findings.Add(RuleNumbers.WrongTableUnit, null, "", UnitMark + s_units[0]);
        }
        else if (!s_units.Contains(label[UnitMark.Length..], StringComparer.Ordinal))
        {
            string found = SourceText.Show(grid[row, column]);
            findings.Add(RuleNumbers.WrongTableUnit, grid.Cell(row, column), found, UnitMark + s_units[0]);
        }
    }

    private static List<MonthColumn> Months(Grid grid, int headRow, int itemColumn, FindingList findings)
    {
        List<MonthColumn> months = [];
        for (int column = itemColumn + 1; column < grid.ColumnCount(headRow); column++)
        {
            string head = grid[headRow, column].Trim();
            if (head.Length == 0)
            {
                continue;
            }

            YearMonth? expected = months.Count == 0 ? null : months[^1].Month.AddMonths(1);
            if (MonthHeading.Read(head, expected) is { } month && (expected is null || month.Year == months[0].Month.Year))
            {
                months.Add(new MonthColumn(column, month));
                continue;
            }

            string wanted = expected?.ToString() ?? "yyyy.MM";
            findings.Add(RuleNumbers.WrongMonthColumn, grid.Cell(headRow, column), SourceText.Show(head), wanted);
            break;
        }

        if (months.Count == 0 && !findings.HasBlocking)
        {
            findings.Add(RuleNumbers.WrongMonthColumn, grid.Cell(headRow, itemColumn), "", "yyyy.MM");
        }

        return months;
    }

    // Rows end with the second total: notes and back-cast tables below it are other tables.
    private static List<TableRow> Rows(Grid grid, int headRow, int itemColumn, FindingList findings)
    {
        List<TableRow> rows = [];
        string section = "";
        for (int row = headRow + 1; row < grid.RowCount; row++)
        {
            string label = RowLabel.Normalise(grid[row, itemColumn]);
            if (label.StartsWith(Note, StringComparison.Ordinal) || label == ItemHead)
            {
                break;
            }

            if (s_sections.Contains(label, StringComparer.Ordinal))
            {
                section = label;
            }
            else if (label.Length > 0)
            {
                rows.Add(new TableRow(row, section, grid[row, itemColumn]));
            }
            else if (Enumerable.Range(0, grid.ColumnCount(row)).Any(column => HasNumber(grid, row, column)))
            {
                findings.Add(RuleNumbers.UnknownRow, grid.Cell(row, itemColumn), "", ItemHead);
            }

            if (label == "资金运用总计")
            {
                break;
            }
        }

        return rows;
    }

    // A month whose heading is lost must not vanish silently.
    private static void CheckUnheadedColumns(
        Grid grid, List<TableRow> rows, List<MonthColumn> months, int itemColumn, FindingList findings)
    {
        HashSet<int> headed = [.. months.Select(month => month.Column)];
        foreach (TableRow row in rows)
        {
            for (int column = itemColumn + 1; column < grid.ColumnCount(row.Row); column++)
            {
                if (!headed.Contains(column) && HasNumber(grid, row.Row, column))
                {
                    string found = SourceText.Show(grid[row.Row, column]);
                    findings.Add(RuleNumbers.WrongMonthColumn, grid.Cell(row.Row, column), found, "yyyy.MM");
                    return;
                }
            }
        }
    }

    private static bool HasNumber(Grid grid, int row, int column) =>
        !NumberText.IsMissing(grid[row, column]) && NumberText.TryParse(grid[row, column], out _);

    private readonly record struct TopCell(int Row, int Column, string Label);
}
