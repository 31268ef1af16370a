using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Rates;

/// <summary>Reads a rate filing (利率报备) of one bank and month: loans granted to units, and their interest.</summary>
/// <remarks>All packages or none: a missing part would lower the amount granted, and no sum would show it.</remarks>
internal static class RateFilingParser
{
    public static ParsedFile Parse(SourceFile file, FileKind kind, SourceContext context)
    {
        FindingList findings = new();
        ArchiveBudget budget = new();
        List<RatePackage> packages = RateArchive.Read(file, kind, budget, findings);
        IReadOnlyList<Figure> figures = [];
        if (packages.Count > 0)
        {
            RatePackageSet.Check(packages, findings);
            figures = findings.HasBlocking ? [] : Figures(packages, budget, context, findings);
        }
        else if (!findings.HasBlocking)
        {
            findings.Add(RuleNumbers.MissingPackage, null, "", string.Join(", ", RateTypes.Needed));
        }

        return findings.HasBlocking
            ? ParsedFile.Refused(LayoutNames.RateFiling, findings.ToList())
            : new ParsedFile(
                LayoutNames.RateFiling, figures, [], [], findings.ToList(), Synthetic: false, Received: null);
    }

    private static List<Figure> Figures(
        List<RatePackage> packages, ArchiveBudget budget, SourceContext context, FindingList findings)
    {
        RatePackage first = packages[0];
        string? bank = NamesInContext.FilingBank(context, first.Bank, findings);
        string? region = NamesInContext.FilingRegion(context, findings);
        RateRowReader reader = new(first.Date, findings);
        LoanBase loans = LoanBase.Read(Rows(RateTypes.Base), reader);
        LoanBalances.Check(Rows(RateTypes.Balance), reader);
        Disbursements sums = Disbursements.Read(Rows(RateTypes.Disbursement), loans, reader);
        sums.Judge(findings);
        YearMonth month = new(first.Date.Year, first.Date.Month);
        return bank is null || region is null ? [] : sums.Figures(bank, region, month, findings);

        IEnumerable<RateRow> Rows(string type)
        {
            foreach (RatePackage part in packages.Where(each => each.Type == type).OrderBy(each => each.Part))
            {
                foreach (RateRow row in RateText.Open(part, budget, findings)?.Rows() ?? [])
                {
                    yield return row;
                }
            }
        }
    }
}
