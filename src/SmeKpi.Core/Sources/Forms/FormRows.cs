using System.Text.RegularExpressions;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>Finds out which item each row is, by its code or its label; never by its place.</summary>
internal sealed class FormRows(FormDefinition form, Grid grid, FormColumns columns)
{
    private readonly FormLabels _labels = new(form);
    private readonly int _codeColumn = CodeColumn(grid, columns);

    /// <returns>Null for a row that the form's description does not know, and for the second row of an item.</returns>
    public FormItem? Match(int row, FindingList findings)
    {
        if (Find(row, findings) is not { } item)
        {
            return null;
        }

        if (_labels.Pass(item))
        {
            return item;
        }

        if (_labels.IsNeeded(item))
        {
            findings.Add(RuleNumbers.UnknownRow, grid.Cell(row, 0), Shown(item), "1 × " + item.Code);
        }

        return null;
    }

    /// <summary>How findings name an item.</summary>
    public static string Shown(FormItem item) => $"{item.Code} {item.Label.Zh}";

    private FormItem? Find(int row, FindingList findings)
    {
        (FormItem? byCode, bool trusted, string label) = Read(row);
        FormItem? byLabel = label.Length == 0 ? null : _labels.Find(label);
        if (byCode is null || byLabel == byCode)
        {
            return byLabel;
        }

        if (byLabel is null)
        {
            return trusted || label.Length == 0 || FormLabels.Resembles(byCode, label) ? byCode : null;
        }

        if (trusted && (_labels.IsNeeded(byCode) || _labels.IsNeeded(byLabel)))
        {
            findings.Add(RuleNumbers.UnknownRow, grid.Cell(row, 0), $"{byCode.Code} {label}", Shown(byCode));
            return null;
        }

        return trusted ? byCode : byLabel;
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
            if (match.Success && !form.OwnCodes && !trusted && Item(match.Groups["code"].Value) is { } item)
            {
                byCode = item;
                trusted = rest.Length > 0 || column == _codeColumn;
            }

            label = rest.Length > 0 && label.Length == 0 ? SourceText.Show(rest) : label;
        }

        return (byCode, trusted, label);
    }

    private FormItem? Item(string code) =>
        form.Items.FirstOrDefault(item => string.Equals(item.Code, code, StringComparison.OrdinalIgnoreCase));

    private static int CodeColumn(Grid grid, FormColumns columns)
    {
        for (int row = Math.Max(0, columns.LastRow - 2); row <= columns.LastRow; row++)
        {
            for (int column = 0; column < columns.First; column++)
            {
                if (FormHeads.IsCode(grid[row, column]))
                {
                    return column;
                }
            }
        }

        return -1;
    }
}
