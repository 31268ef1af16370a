using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>Finds out which series each row of the table is, by the labels above it.</summary>
internal static class CreditFundsRowMatch
{
    public const int Levels = 5;

    public static List<(TableRow Row, string Code)> Match(CreditFundsTable table, FindingList findings)
    {
        List<(TableRow Row, string Code)> matched = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        string[] above = new string[Levels + 1];
        foreach (TableRow row in table.Rows)
        {
            string path = PathOf(row, above);
            if (CreditFundsRows.CodesByPath.TryGetValue(path, out string? code) && seen.Add(code))
            {
                matched.Add((row, code));
                continue;
            }

            int column = LabelColumn(table, row);
            findings.Add(
                RuleNumbers.UnknownRow, table.Grid.Cell(row.Row, column), SourceText.Show(row.Label),
                code is null ? SourceText.Show(path) : "1 × " + code);
        }

        foreach (string missing in CreditFundsRows.Required.Where(code => !seen.Contains(code)))
        {
            findings.Add(RuleNumbers.MissingRow, null, "", PathOf(missing));
        }

        return matched;
    }

    /// <param name="above">The labels that the row stands below, by level; changed for the row that follows.</param>
    public static string PathOf(TableRow row, string[] above)
    {
        RowLabel label = RowLabel.Read(row.Label);
        above[0] = row.Section;
        above[label.Level] = label.Name;
        for (int below = label.Level + 1; below <= Levels; below++)
        {
            above[below] = "";
        }

        string path = string.Join('/', above.Take(label.Level + 1).Where(name => !string.IsNullOrEmpty(name)));
        string today = CreditFundsRows.FormerPaths.GetValueOrDefault(path, path);
        if (today != path)
        {
            // Rows below a renamed row stand below its name of today.
            above[label.Level] = today[(today.LastIndexOf('/') + 1)..];
        }

        return today;
    }

    private static string PathOf(string code) => CreditFundsRows.CodesByPath.First(row => row.Value == code).Key;

    private static int LabelColumn(CreditFundsTable table, TableRow row)
    {
        int column = 0;
        while (column < table.Months[0].Column && table.Grid[row.Row, column] != row.Label)
        {
            column++;
        }

        return column;
    }
}
