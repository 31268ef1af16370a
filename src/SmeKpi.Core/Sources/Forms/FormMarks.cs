using System.Text.RegularExpressions;
using SmeKpi.Core.Sources.Grids;

namespace SmeKpi.Core.Sources.Forms;

internal enum FormMark
{
    Unit,
    Month,
    Institution,
    Block,
    Area,
    Title,
}

/// <summary>Finds what a row of a heading states: 单位：万元, 报表日期：2025年6月30日, in one cell or in two side by side.</summary>
internal static partial class FormMarks
{
    private static readonly Dictionary<string, FormMark> s_names = new(StringComparer.Ordinal)
    {
        ["单位"] = FormMark.Unit, ["金额单位"] = FormMark.Unit, ["计量单位"] = FormMark.Unit,
        ["货币单位"] = FormMark.Unit, ["UNIT"] = FormMark.Unit,
        ["报表日期"] = FormMark.Month, ["报告日期"] = FormMark.Month, ["报告期"] = FormMark.Month,
        ["报告期间"] = FormMark.Month, ["报表期间"] = FormMark.Month, ["数据日期"] = FormMark.Month,
        ["统计日期"] = FormMark.Month, ["所属期"] = FormMark.Month, ["MONTH"] = FormMark.Month,
        ["REPORTINGMONTH"] = FormMark.Month, ["REPORTINGDATE"] = FormMark.Month,
        ["填报机构"] = FormMark.Institution, ["填报机构名称"] = FormMark.Institution,
        ["机构名称"] = FormMark.Institution, ["填报单位"] = FormMark.Institution,
        ["报送机构"] = FormMark.Institution, ["单位名称"] = FormMark.Institution,
        ["银行名称"] = FormMark.Institution, ["金融机构名称"] = FormMark.Institution,
        ["INSTITUTION"] = FormMark.Institution, ["REPORTINGINSTITUTION"] = FormMark.Institution,
        ["口径"] = FormMark.Block, ["数据口径"] = FormMark.Block, ["汇总口径"] = FormMark.Block,
        ["统计口径"] = FormMark.Block, ["报表口径"] = FormMark.Block, ["COVERAGE"] = FormMark.Block,
        ["地区"] = FormMark.Area, ["填报地区"] = FormMark.Area, ["所属地区"] = FormMark.Area,
        ["行政区划"] = FormMark.Area, ["AREA"] = FormMark.Area,
        ["表号"] = FormMark.Title, ["报表编号"] = FormMark.Title, ["报表代码"] = FormMark.Title,
        ["报表名称"] = FormMark.Title, ["FORM"] = FormMark.Title,
    };

    /// <returns>Each mark with its value, empty when there is none, and the column in which the value stands.</returns>
    public static List<(FormMark Mark, string Value, int Column)> In(Grid grid, int row)
    {
        List<(FormMark Mark, string Value, int Column)> found = [];
        for (int column = 0; column < grid.ColumnCount(row); column++)
        {
            string text = FormText.Narrow(grid[row, column]);
            List<Match> marks = [.. Mark().Matches(text).Where(match => s_names.ContainsKey(Name(match)))];
            if (marks.Count == 0)
            {
                if (s_names.TryGetValue(FormText.Compact(text), out FormMark alone)
                    && Beside(grid, row, column) is { } value)
                {
                    found.Add((alone, value.Text, value.Column));
                }

                continue;
            }

            AddFrom(grid, row, column, text, marks, found);
        }

        return found;
    }

    private static void AddFrom(
        Grid grid, int row, int column, string text, List<Match> marks, List<(FormMark, string, int)> found)
    {
        for (int at = 0; at < marks.Count; at++)
        {
            int start = marks[at].Index + marks[at].Length;
            int end = at + 1 < marks.Count ? marks[at + 1].Index : text.Length;
            string value = text[start..end].Trim(' ', ';', ',');
            bool isLast = at + 1 == marks.Count;
            (string Text, int Column)? beside = value.Length == 0 && isLast ? Beside(grid, row, column) : null;
            found.Add((s_names[Name(marks[at])], beside?.Text ?? value, beside?.Column ?? column));
        }
    }

    private static (string Text, int Column)? Beside(Grid grid, int row, int column)
    {
        for (int next = column + 1; next < grid.ColumnCount(row); next++)
        {
            string text = FormText.Narrow(grid[row, next]);
            if (text.Length > 0)
            {
                bool isMark = Mark().Matches(text).Any(match => s_names.ContainsKey(Name(match)));
                return isMark || s_names.ContainsKey(FormText.Compact(text)) ? null : (text, next);
            }
        }

        return null;
    }

    private static string Name(Match match) => FormText.Compact(match.Groups["name"].Value);

    // The name of a mark is the run of letters before a colon; English ones may have two words. The runs are bounded
    // because a long text without a colon would otherwise be walked through from each of its letters.
    [GeneratedRegex("(?<name>[\\u4E00-\\u9FFF]{1,12}|[A-Za-z]{1,12}(?: [A-Za-z]{1,12})?) ?:")]
    private static partial Regex Mark();
}
