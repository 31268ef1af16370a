using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.PageCache;

/// <summary>A page as it was drawn once, without any reader's own part.</summary>
/// <param name="banks">The trace that everyone leaves who sees it; null when it shows no rows of banks.</param>
internal sealed class KeptPage(byte[] before, byte[] after, BankView? banks)
{
    private readonly ConcurrentDictionary<string, byte[]> _packed = new();

    public BankView? Banks => banks;

    public byte[] Before => before;

    public byte[] After => after;

    /// <summary>Bytes it takes in memory, its packed forms among them.</summary>
    public int Size => 2 * (before.Length + after.Length);

    public static KeptPage Of(byte[] drawn, BankView? banks)
    {
        int at = drawn.AsSpan().IndexOf(Encoding.UTF8.GetBytes(OwnPart.Mark));
        return at < 0
            ? new KeptPage(drawn, [], banks)
            : new KeptPage(drawn[..at], drawn[(at + OwnPart.Mark.Length)..], banks);
    }

    /// <summary>The whole page for a reader without an own part, packed once for all of them.</summary>
    /// <param name="coding">br, gzip, or nothing.</param>
    public byte[] Packed(string coding) => _packed.GetOrAdd(coding, Pack);

    private byte[] Pack(string coding)
    {
        using MemoryStream packed = new();
        using (Stream stream = coding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => packed,
        })
        {
            stream.Write(before);
            stream.Write(after);
        }

        return packed.ToArray();
    }
}
