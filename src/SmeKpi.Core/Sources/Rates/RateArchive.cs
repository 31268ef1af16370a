using System.IO.Compression;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Rates;

/// <summary>Opens the outer file of a rate filing: an XML package, or a zip of packages and nothing else.</summary>
/// <remarks>Archives nest exactly twice: the outer one, and the one inside each package.</remarks>
internal static class RateArchive
{
    public static List<RatePackage> Read(
        SourceFile file, FileKind kind, ArchiveBudget budget, FindingList findings)
    {
        if (kind is not FileKind.Zip)
        {
            return file.Content.Length > RateLimits.LargestXml
                ? TooLarge(file.Name, file.Content.Length, findings)
                : Packages([(file.Name, file.Content.ToArray())], findings);
        }

        try
        {
            using ZipArchive archive = ArchiveBudget.Open(file.Content);
            if (budget.Admit(archive, file.Content.Length) is { } beyond)
            {
                findings.Add(beyond);
                return [];
            }

            return Packages(Unpacked(archive, findings), findings);
        }
        catch (SystemException exception)
        {
            findings.Add(RuleNumbers.BrokenPackage, null, SourceText.Show(exception.Message), "ZIP");
            return [];
        }
    }

    // One XML after the other, so that only one is in memory beside the packages read from those before.
    private static IEnumerable<(string Name, byte[] Xml)> Unpacked(ZipArchive archive, FindingList findings)
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (entry.Name.Length == 0)
            {
                continue;
            }

            if (!entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                findings.Add(RuleNumbers.BrokenPackage, null, SourceText.Show(entry.FullName), "*.xml");
            }
            else if (ArchiveBudget.Unpack(entry, RateLimits.LargestXml) is { } xml)
            {
                yield return (entry.Name, xml);
            }
            else
            {
                TooLarge(entry.Name, entry.Length, findings);
            }
        }
    }

    private static List<RatePackage> Packages(IEnumerable<(string Name, byte[] Xml)> files, FindingList findings)
    {
        List<RatePackage> packages = [];
        foreach ((string name, byte[] xml) in files)
        {
            if (RatePackageXml.Read(name, xml, findings) is { } package)
            {
                packages.Add(package);
            }
        }

        return packages;
    }

    private static List<RatePackage> TooLarge(string name, long length, FindingList findings)
    {
        findings.Add(ArchiveBudget.Beyond($"{SourceText.Show(name)} {length} B", $"<= {RateLimits.LargestXml} B"));
        return [];
    }
}
