using System.Globalization;
using System.IO.Compression;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Looks at the directory of a zip archive before anything in it is unpacked.</summary>
/// <remarks>
/// The directory states the sizes, and the framework unpacks no entry beyond the size stated, so a directory that
/// lies gives a truncated part, not a larger one.
/// </remarks>
internal static class ArchiveLimits
{
    private const int MaxParts = 2_000;
    private const long MaxUnpacked = 200L * 1024 * 1024;
    private const long MaxRatio = 100;

    /// <returns>Null when the archive is safe to read.</returns>
    public static Finding? Check(ReadOnlyMemory<byte> content)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            int parts = archive.Entries.Count;
            if (parts > MaxParts)
            {
                return Beyond($"{parts}", $"<= {MaxParts}");
            }

            long unpacked = archive.Entries.Sum(entry => Math.Min(entry.Length, MaxUnpacked + 1));
            if (unpacked > MaxUnpacked)
            {
                return Beyond($"{unpacked} B", $"<= {MaxUnpacked} B");
            }

            return unpacked > MaxRatio * content.Length ? Beyond($"{unpacked} B", $"<= {MaxRatio}:1") : null;
        }
        catch (InvalidDataException exception)
        {
            return new Finding(RuleNumbers.BrokenWorkbook, null, SourceText.Show(exception.Message), "ZIP");
        }
    }

    private static Finding Beyond(FormattableString found, FormattableString limit) => new(
        RuleNumbers.TooLarge,
        Cell: null,
        found.ToString(CultureInfo.InvariantCulture),
        limit.ToString(CultureInfo.InvariantCulture));
}
