using System.IO.Compression;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Looks at the directory of a new workbook before anything in it is unpacked: its size, and macros.</summary>
internal static class ArchiveLimits
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int LargestPart = 32 * 1024 * 1024;
    private const int LongestContentTypes = 1024 * 1024;

    /// <returns>Null when the archive is safe to read.</returns>
    public static Finding? Check(ReadOnlyMemory<byte> content)
    {
        try
        {
            using ZipArchive archive = ArchiveBudget.Open(content);
            return new ArchiveBudget().Admit(archive, content.Length)
                ?? LargePart(archive)
                ?? Macros(archive)
                ?? SharedTexts.Check(archive);
        }
        catch (SystemException exception)
        {
            return new Finding(RuleNumbers.BrokenWorkbook, null, SourceText.Show(exception.Message), "ZIP");
        }
    }

    /// <returns>True when an archive is a workbook: every workbook lists the kinds of its parts.</returns>
    public static bool IsWorkbook(ReadOnlyMemory<byte> content)
    {
        try
        {
            using ZipArchive archive = ArchiveBudget.Open(content);
            return archive.GetEntry(ContentTypes) is not null;
        }
        catch (SystemException)
        {
            return false;
        }
    }

    // The shared texts of a workbook are held in memory as a whole, twice as large as in the file.
    private static Finding? LargePart(ZipArchive archive) =>
        archive.Entries.FirstOrDefault(entry => entry.Length > LargestPart) is { } part
            ? ArchiveBudget.Beyond($"{SourceText.Show(part.FullName)} {part.Length} B", $"<= {LargestPart} B")
            : null;

    // A part may have any name, so its kind counts as well.
    private static Finding? Macros(ZipArchive archive)
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase))
            {
                return new Finding(RuleNumbers.MacroInWorkbook, null, SourceText.Show(entry.FullName), "XLSX");
            }
        }

        if (archive.GetEntry(ContentTypes) is not { } types)
        {
            return null;
        }

        if (ArchiveBudget.Unpack(types, LongestContentTypes) is not { } kinds)
        {
            return ArchiveBudget.Beyond($"{ContentTypes} {types.Length} B", $"<= {LongestContentTypes} B");
        }

        SourceText.TryDecode(kinds, out string? text);
        return text is not null
            && (text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || text.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                || text.Contains("macrosheet", StringComparison.OrdinalIgnoreCase))
            ? new Finding(RuleNumbers.MacroInWorkbook, null, ContentTypes, "XLSX")
            : null;
    }
}
