using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Filing;

/// <summary>What a bank may file: returns with its own figures, and nothing about anybody else.</summary>
public static class FilingContent
{
    /// <returns>The file with a finding for each row that is not the bank's own, and one when it is no return at all.</returns>
    public static ParsedFile Confine(ParsedFile file, string bank)
    {
        FindingList findings = new();
        foreach (Figure figure in file.Figures.Where(figure => figure.Series.Bank != bank))
        {
            findings.Add(RuleNumbers.ForeignRow, figure.Cell, figure.Series.Bank ?? "–", bank);
        }

        foreach (FormSheet sheet in file.Forms.Where(sheet => sheet.Bank is { } named && named != bank))
        {
            findings.Add(RuleNumbers.ForeignRow, sheet.Cells.Select(cell => (SourceCell?)cell.Cell).FirstOrDefault(), sheet.Bank!, bank);
        }

        if (file.Banks.Count + file.Regions.Count > 0)
        {
            findings.Add(RuleNumbers.NotAReturn, null, file.Layout, LayoutNames.TidyReturn);
        }

        return file with { Findings = [.. file.Findings, .. findings.ToList()] };
    }
}
