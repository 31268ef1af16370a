using System.IO.Compression;
using System.Xml;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Looks for texts of a new workbook that are too long to be shared by many cells.</summary>
/// <remarks>
/// The library works through a shared text once for each cell that shows it: one long text in a small sheet would take
/// minutes. The name of the part does not tell, because a workbook may point anywhere; its root does.
/// </remarks>
internal static class SharedTexts
{
    private const int Longest = 8_192;

    // Bytes of the shortest cell that shows one, and characters worked through in a few seconds.
    private const int SmallestCell = 20;
    private const long MostWork = 300_000_000;

    private const string Root = "sst";
    private const string Item = "si";

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <returns>
    /// Null when no shared text is too long for the number of cells that may show it. Broken parts are left to the
    /// reader of the workbook.
    /// </returns>
    public static Finding? Check(ZipArchive archive)
    {
        long unpacked = archive.Entries.Sum(entry => entry.Length);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            long cells = (unpacked - entry.Length) / SmallestCell;
            int longest = Measure(entry);
            if (longest > Longest || longest * cells > MostWork)
            {
                return ArchiveBudget.Beyond(
                    $"{SourceText.Show(entry.FullName)} {longest} × {cells}", $"<= {Longest}, <= {MostWork}");
            }
        }

        return null;
    }

    private static int Measure(ZipArchiveEntry entry)
    {
        try
        {
            using Stream stream = entry.Open();
            using XmlReader reader = XmlReader.Create(stream, s_settings);
            return reader.MoveToContent() is XmlNodeType.Element && reader.LocalName == Root ? LongestItem(reader) : 0;
        }
        catch (SystemException)
        {
            return 0;
        }
    }

    private static int LongestItem(XmlReader reader)
    {
        char[] buffer = new char[4_096];
        int length = 0;
        while (length <= Longest && reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Element && reader.LocalName == Item)
            {
                length = 0;
            }

            while (length <= Longest && reader.CanReadValueChunk && reader.HasValue
                && reader.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and int read)
            {
                length += read;
            }
        }

        return length;
    }
}
