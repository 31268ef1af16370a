using System.Text.RegularExpressions;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>Finds out which item each row is: by its code, else by its label and the rows above; never by its place.</summary>
internal sealed class FormRows(FormDefinition form, Grid grid, FormColumns columns)
{
    private const string Loans = "贷款";

    private static readonly string[] s_codeHeads =
        ["项目代码", "项目编号", "指标代码", "指标编码", "代码", "编号", "ITEMCODE", "CODE"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly int _codeColumn = CodeColumn(grid, columns);
    private FormItem? _above;

    /// <returns>Null for a row that the form's description does not know, and for the second row of an item.</returns>
    public FormItem? Match(int row, FindingList findings)
    {
        if (Find(row, findings) is not { } item)
        {
            return null;
        }

        _above = item;
        if (_seen.Add(item.Code))
        {
            return item;
        }

        findings.Add(RuleNumbers.UnknownRow, grid.Cell(row, 0), Shown(item), "1 × " + item.Code);
        return null;
    }

    /// <summary>How findings name an item.</summary>
    public static string Shown(FormItem item) => $"{item.Code} {item.Label.Zh}";

    private FormItem? Find(int row, FindingList findings)
    {
        (FormItem? byCode, bool trusted, string label) = Read(row);
        FormItem? byLabel = label.Length == 0 ? null : ByLabel(label);
        if (byCode is null || byLabel == byCode)
        {
            return byLabel;
        }

        bool labelMayBeIts = label.Length == 0 || Resembles(byCode, label);
        if (byLabel is not null && !labelMayBeIts)
        {
            if (trusted)
            {
                findings.Add(RuleNumbers.UnknownRow, grid.Cell(row, 0), $"{byCode.Code} {label}", Shown(byCode));
            }

            return trusted ? null : byLabel;
        }

        return trusted || labelMayBeIts ? byCode : null;
    }

    // A number in front of a label or under a heading that says so is a code; a number alone may just count the rows.
    private (FormItem? ByCode, bool Trusted, string Label) Read(int row)
    {
        FormItem? byCode = null;
        bool trusted = false;
        string label = "";
        for (int column = 0; column < columns.First; column++)
        {
            string text = FormText.Narrow(grid[row, column]);
            Match match = FormPatterns.Row().Match(text);
            string rest = match.Success ? match.Groups["rest"].Value : text;
            bool isCode = match.Success && !form.OwnCodes && (rest.Length > 0 || column == _codeColumn);
            if (match.Success && !form.OwnCodes && !trusted && Item(match.Groups["code"].Value) is { } item)
            {
                byCode = item;
                trusted = isCode;
            }

            label = rest.Length > 0 && label.Length == 0 ? SourceText.Show(rest) : label;
        }

        return (byCode, trusted, label);
    }

    private FormItem? Item(string code) =>
        form.Items.FirstOrDefault(item => string.Equals(item.Code, code, StringComparison.OrdinalIgnoreCase));

    private FormItem? ByLabel(string label)
    {
        string name = FormPatterns.LabelStart().Replace(FormText.Compact(label), "");
        List<FormItem> called = [.. form.Items.Where(item => Names(item).Contains(name, StringComparer.Ordinal))];
        if (called.Count == 0)
        {
            string bare = FormPatterns.LabelEnd().Replace(name, "");
            called = [.. form.Items.Where(item => Names(item).Contains(bare, StringComparer.Ordinal))];
        }

        return called.Count > 1
            ? called.FirstOrDefault(item => item.Parent is { } parent && IsBelow(parent))
            : called.FirstOrDefault();
    }

    private bool IsBelow(string parent)
    {
        for (FormItem? at = _above; at is not null; at = at.Parent is { } up ? form.FindItem(up) : null)
        {
            if (at.Code == parent)
            {
                return true;
            }
        }

        return false;
    }

    // Labels change from year to year: a remark is added, 贷款 left out.
    private static bool Resembles(FormItem item, string label)
    {
        string compact = FormText.Compact(label);
        return Names(item).Any(name => compact.Contains(Stem(name), StringComparison.Ordinal));
    }

    private static string Stem(string name) =>
        name.EndsWith(Loans, StringComparison.Ordinal) && name.Length > 2 * Loans.Length ? name[..^Loans.Length] : name;

    private static IEnumerable<string> Names(FormItem item)
    {
        string[] names = [item.Label.Zh, item.Label.En, .. item.Also];
        return names.Select(FormText.Compact);
    }

    private static int CodeColumn(Grid grid, FormColumns columns)
    {
        for (int row = Math.Max(0, columns.LastRow - 2); row <= columns.LastRow; row++)
        {
            for (int column = 0; column < columns.First; column++)
            {
                if (s_codeHeads.Contains(FormText.Compact(grid[row, column]), StringComparer.Ordinal))
                {
                    return column;
                }
            }
        }

        return -1;
    }
}
