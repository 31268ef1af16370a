using System.IO.Compression;

namespace SmeKpi.Core.Templates;

/// <summary>A zip archive whose entries all bear the first moment that one can state: the same content is the same bytes.</summary>
internal static class TimelessArchive
{
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in entries)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name);
                entry.LastWriteTime = s_noTime;
                using Stream target = entry.Open();
                target.Write(content);
            }
        }

        return stream.ToArray();
    }
}
