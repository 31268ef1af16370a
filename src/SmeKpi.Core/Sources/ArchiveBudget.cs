using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources;

/// <summary>What one file may unpack in all, the archives inside its archives included.</summary>
/// <remarks>
/// The directory of an archive states the sizes, and the framework unpacks no entry beyond the size stated, so a
/// directory that lies gives a truncated part, not a larger one.
/// </remarks>
internal sealed class ArchiveBudget
{
    public const long MaxUnpacked = 200L * 1024 * 1024;
    private const int MaxParts = 2_000;
    private const long MaxRatio = 100;

    private int _parts;
    private long _unpacked;

    /// <exception cref="InvalidDataException">The bytes are no zip archive.</exception>
    public static ZipArchive Open(ReadOnlyMemory<byte> content)
    {
        MemoryStream stream = MemoryMarshal.TryGetArray(content, out ArraySegment<byte> bytes)
            ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new(content.ToArray(), writable: false);
        return new ZipArchive(stream, ZipArchiveMode.Read);
    }

    /// <summary>Looks at the directory of an archive before anything in it is unpacked.</summary>
    /// <returns>Null when the archive is safe to read.</returns>
    public Finding? Admit(ZipArchive archive, long packed)
    {
        _parts += archive.Entries.Count;
        if (_parts > MaxParts)
        {
            return Beyond($"{_parts}", $"<= {MaxParts}");
        }

        long unpacked = archive.Entries.Sum(
            entry => entry.Length is < 0 or > MaxUnpacked ? MaxUnpacked + 1 : entry.Length);
        _unpacked += unpacked;
        if (_unpacked > MaxUnpacked)
        {
            return Beyond($"{_unpacked} B", $"<= {MaxUnpacked} B");
        }

        return unpacked > MaxRatio * packed ? Beyond($"{unpacked} B", $"<= {MaxRatio}:1") : null;
    }

    /// <summary>Unpacks an entry of an archive that was admitted.</summary>
    /// <returns>Null when it is larger than the limit.</returns>
    public static byte[]? Unpack(ZipArchiveEntry entry, long limit)
    {
        if (entry.Length > limit)
        {
            return null;
        }

        using Stream stream = entry.Open();
        using MemoryStream unpacked = new((int)entry.Length);
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    public static Finding Beyond(FormattableString found, FormattableString limit) => new(
        RuleNumbers.TooLarge,
        Cell: null,
        found.ToString(CultureInfo.InvariantCulture),
        limit.ToString(CultureInfo.InvariantCulture));
}
