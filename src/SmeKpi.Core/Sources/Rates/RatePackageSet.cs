using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Rates;

/// <summary>Checks that packages belong together: one bank, one date, every needed type, every part once.</summary>
internal static class RatePackageSet
{
    public static void Check(IReadOnlyList<RatePackage> packages, FindingList findings)
    {
        RatePackage first = packages[0];
        foreach (RatePackage package in packages)
        {
            if (package.Bank != first.Bank || package.Date != first.Date)
            {
                Contradiction(
                    $"{package.Place}: {package.Bank} {package.Date:yyyyMMdd}", $"{first.Bank} {first.Date:yyyyMMdd}",
                    findings);
            }
        }

        foreach (IGrouping<string, RatePackage> type in packages.GroupBy(each => each.Type, StringComparer.Ordinal))
        {
            CheckParts(type.Key, [.. type.OrderBy(package => package.Part)], findings);
        }

        foreach (string missing in RateTypes.Needed.Where(type => packages.All(package => package.Type != type)))
        {
            findings.Add(RuleNumbers.MissingPackage, null, "", missing);
        }
    }

    private static void CheckParts(string type, List<RatePackage> parts, FindingList findings)
    {
        if (!RateTypes.IsKnown(type))
        {
            findings.Add(
                RuleNumbers.UnknownPackageType, null, SourceText.Show($"{parts[0].Place}: {type}"),
                string.Join(" | ", RateTypes.Needed));
            return;
        }

        int expected = parts[0].Parts;
        bool isComplete = parts.Count == expected
            && parts.Index().All(part => part.Item.Part == part.Index + 1 && part.Item.Parts == expected);
        if (!isComplete)
        {
            string found = string.Join(", ", parts.Take(20).Select(part => $"{part.Part}/{part.Parts}"));
            findings.Add(RuleNumbers.MissingPackage, null, $"{type}: {found}", $"1 .. {expected}");
            return;
        }

        long rows = parts.Sum(part => (long)part.Rows);
        foreach (RatePackage part in parts.Where(part => part.TotalRows != rows))
        {
            Contradiction($"{part.Place}: Σ rownum {rows}", $"<totalrownum>{part.TotalRows}", findings);
        }
    }

    private static void Contradiction(FormattableString found, FormattableString expected, FindingList findings) =>
        findings.Add(
            RuleNumbers.PackageContradiction, null, SourceText.Show(FormattableString.Invariant(found)),
            SourceText.Show(FormattableString.Invariant(expected)));
}
