using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

/// <summary>Ways to damage a file: anywhere, where its format is sensitive, or inside what it packs.</summary>
internal static class Damage
{
    private static readonly byte[][] s_tokens =
    [
        .. new[]
        {
            "\"", "\"\"", "'", "\0", "\n", "\r\n", ",", "-", "--", "&", "&x;", "&#0;", "&#x110000;", "<", "/>", "<b>", "<!--",
            "]]>", "<![CDATA[", "<table>", "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///x'>]>", "=1+1", "|@|", "2026.13", "1900-02-30",
            "99999999999999999999999999999999999999", "-79228162514264337593543950335", "1E308", "1E-999", "NaN", "1,5", "１２",
            "4294967295", "-1", "1048576", "XFD1048576", "A1:XFD1048576", "A0", "\u202E", "\uFEFF", "../../x", "\uD83D\uDE00",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly uint[] s_sectors = [0, 1, 2, 3, 5, 8, 0x7FFFFFFF, 0xFFFFFFFC, 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF];

    /// <summary>Flips, cuts, inserted and doubled stretches; a few of them at once.</summary>
    public static byte[] Bytes(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (int times = random.Next(1, 5); times > 0 && bytes.Count > 4; times--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, random.Next(2) == 0 ? bytes.Count - at : Math.Min(20, bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Range(0, random.Next(1, 40)).Select(_ => (byte)random.Next(256)));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts texts that formats are sensitive to into a text, over digits where there are any.</summary>
    public static byte[] Tokens(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int at = random.Next(bytes.Count + 1);
            int digits = 0;
            while (random.Next(8) > 0 && at + digits < bytes.Count && char.IsAsciiDigit((char)bytes[at + digits]))
            {
                digits++;
            }

            bytes.RemoveRange(at, digits);
            bytes.InsertRange(at, s_tokens[random.Next(s_tokens.Length)]);
        }

        return [.. bytes];
    }

    public static byte[] Text(byte[] original, Random random) =>
        random.Next(2) == 0 ? Bytes(original, random) : Tokens(original, random);

    /// <summary>Damages a part inside an archive, or the list of its parts.</summary>
    public static byte[] Archive(byte[] original, Random random)
    {
        if (random.Next(3) == 0)
        {
            return Bytes(original, random);
        }

        List<(string Name, byte[] Content)> parts = Unpack(original);
        int at = random.Next(parts.Count);
        (string name, byte[] content) = parts[at];
        switch (random.Next(8))
        {
            case 0:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Add((name, content));
                break;
            case 2:
                parts[at] = ("../../" + name, content);
                break;
            case 3:
                parts[at] = (name, parts[random.Next(parts.Count)].Content);
                break;
            default:
                parts[at] = (name, Text(content, random));
                break;
        }

        return Pack(parts);
    }

    /// <summary>Damages a rate filing on any of its four levels.</summary>
    public static byte[] Filing(RateFilings filing, Random random)
    {
        int level = random.Next(4);
        List<(string Name, byte[] Content)> parts =
        [
            .. filing.Packages.Select((package, index) => (package.Type + ".xml", filing.Xml(index))),
        ];
        int at = random.Next(parts.Count);
        (string type, IReadOnlyList<string> rows, _, _) = filing.Packages[at];
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', rows));
        parts[at] = level switch
        {
            0 => (parts[at].Name, Text(parts[at].Content, random)),
            1 => (parts[at].Name, Wrap(type, rows.Count, Bytes(Pack([(RateFilings.TextName(type), text)]), random))),
            2 => (parts[at].Name, Wrap(type, rows.Count, Pack([(RateFilings.TextName(type), Text(text, random))]))),
            _ => parts[at],
        };
        byte[] packed = Pack(parts);
        return level == 3 ? Archive(packed, random) : packed;
    }

    /// <summary>Damages the chains of sectors and the lengths of records that readers of old workbooks follow.</summary>
    public static byte[] Biff(byte[] original, Random random)
    {
        if (random.Next(3) == 0)
        {
            return Bytes(original, random);
        }

        byte[] bytes = [.. original];
        int table = 512 * (1 + (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(76)));
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int area = random.Next(3);
            int at = area switch
            {
                0 => 24 + (4 * random.Next(40)),
                1 => table + (4 * random.Next(128)),
                _ => 512 + (2 * random.Next((bytes.Length - 520) / 2)),
            };
            uint value = random.Next(2) == 0 ? s_sectors[random.Next(s_sectors.Length)] : (uint)random.Next(bytes.Length / 512);
            if (area == 2)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)(value & 0xFFFF));
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
            }
        }

        return bytes;
    }

    /// <summary>The same archive with its parts stored instead of packed.</summary>
    public static byte[] Repack(byte[] packed) => Pack(Unpack(packed));

    private static byte[] Wrap(string type, int rows, byte[] archive) =>
        RateFilings.Xml(type, Convert.ToBase64String(archive), rows, rows);

    private static List<(string Name, byte[] Content)> Unpack(byte[] packed)
    {
        using ZipArchive archive = new(new MemoryStream(packed));
        return [.. archive.Entries.Select(entry => (entry.FullName, Read(entry)))];
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }

    // Stored, not packed: thousands of copies are made.
    private static byte[] Pack(IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
