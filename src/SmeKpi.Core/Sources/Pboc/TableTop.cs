using System.Globalization;
using System.Text.RegularExpressions;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>What stands above the figures of a table: its title, its unit, its month, its scope.</summary>
internal static partial class TableTop
{
    public const string ItemHead = "项目";
    private const int Rows = 15;
    private const string UnitMark = "单位:";
    private static readonly string[] s_units = ["亿元", "万元", "元"];

    /// <param name="Label">Without spaces and English.</param>
    public readonly record struct Cell(int Row, int Column, string Label);

    public static IEnumerable<Cell> Cells(Grid grid)
    {
        for (int row = 0; row < Math.Min(grid.RowCount, Rows); row++)
        {
            for (int column = 0; column < grid.ColumnCount(row); column++)
            {
                if (RowLabel.Normalise(grid[row, column]) is { Length: > 0 } label)
                {
                    yield return new Cell(row, column, label);
                }
            }
        }
    }

    /// <summary>The head of the column with the rows' labels.</summary>
    public static Cell? Item(Grid grid)
    {
        foreach (Cell cell in Cells(grid))
        {
            if (cell.Label == ItemHead)
            {
                return cell;
            }
        }

        return null;
    }

    /// <summary>The unit that the table names above its figures; 亿元, 万元 and 元 are read, nothing is guessed.</summary>
    public static SourceUnit? Unit(Grid grid, FindingList findings)
    {
        foreach (Cell cell in Cells(grid))
        {
            int mark = cell.Label.IndexOf(UnitMark, StringComparison.Ordinal);
            if (mark < 0)
            {
                continue;
            }

            string named = cell.Label[(mark + UnitMark.Length)..];
            if (s_units.FirstOrDefault(each => named.StartsWith(each, StringComparison.Ordinal)) is { } unit)
            {
                return SourceUnit.Names[unit];
            }

            findings.Add(
                RuleNumbers.WrongTableUnit, grid.Cell(cell.Row, cell.Column),
                SourceText.Show(grid[cell.Row, cell.Column]), Expected());
            return null;
        }

        findings.Add(RuleNumbers.WrongTableUnit, null, grid.Sheet, Expected());
        return null;
    }

    /// <summary>The month that the title names; where it names none, the only one above the figures.</summary>
    public static YearMonth? Month(Grid grid, Cell title, FindingList findings)
    {
        List<YearMonth> months = Months(title.Label);
        if (months.Count == 0)
        {
            months = [.. Cells(grid).SelectMany(cell => Months(cell.Label)).Distinct()];
        }

        if (months is [{ } month])
        {
            return month;
        }

        findings.Add(
            RuleNumbers.NoMonthInTitle, grid.Cell(title.Row, title.Column),
            SourceText.Show(grid[title.Row, title.Column]), "yyyy年M月");
        return null;
    }

    /// <summary>本外币 when the title says so, else 人民币.</summary>
    public static string Scope(string title) =>
        title.Contains("本外币", StringComparison.Ordinal) ? ScopeCodes.RmbFx : ScopeCodes.Rmb;

    /// <returns>False when the name of the sheet says another scope than the title.</returns>
    public static bool SheetAgrees(Grid grid, string scope) => scope == ScopeCodes.Rmb
        ? !grid.Sheet.Contains('外')
        : !grid.Sheet.Contains("人民币", StringComparison.Ordinal);

    private static string Expected() => string.Join(" | ", s_units.Select(unit => UnitMark + unit));

    private static List<YearMonth> Months(string label)
    {
        List<YearMonth> months = [];
        foreach (Match match in MonthPattern().Matches(label))
        {
            int year = int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            int month = int.Parse(match.Groups["month"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (MonthText.IsPlausible(year) && month is >= 1 and <= 12 && !months.Contains(new YearMonth(year, month)))
            {
                months.Add(new YearMonth(year, month));
            }
        }

        return months;
    }

    // A day after the month makes it the date of printing.
    [GeneratedRegex("(?<![0-9])(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月(?![0-9])")]
    private static partial Regex MonthPattern();
}
