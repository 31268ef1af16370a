using System.Buffers.Binary;
using System.Text;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>A compound file (OLE), as old workbooks are: streams in chains of sectors.</summary>
/// <remarks>Damage makes it throw exceptions of the framework; chains that run in circles end.</remarks>
internal sealed class CompoundFile
{
    private const uint FirstSpecialSector = 0xFFFFFFF8;
    private const int EntryLength = 128;
    private const int HeaderFatSectors = 109;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly int _sectorLength;
    private readonly int _smallSectorLength;
    private readonly uint _smallLimit;
    private readonly List<uint> _fatSectors = [];
    private readonly byte[] _entries;
    private readonly Lazy<byte[]> _smallSectors;
    private readonly Lazy<byte[]> _smallFat;

    public CompoundFile(ReadOnlyMemory<byte> file)
    {
        _file = file;
        _sectorLength = 1 << Number16(file.Span, 30);
        _smallSectorLength = 1 << Number16(file.Span, 32);
        _smallLimit = Number32(file.Span, 56);
        ReadFatSectors();
        _entries = Chain(Number32(file.Span, 48), _sectorLength, Sector, NextSector);
        _smallSectors = new(() => Chain(Number32(_entries, 116), _sectorLength, Sector, NextSector));
        _smallFat = new(() => Chain(Number32(_file.Span, 60), _sectorLength, Sector, NextSector));
    }

    /// <returns>Null when the file has no such stream.</returns>
    public byte[]? Find(string name)
    {
        for (int entry = 0; entry + EntryLength <= _entries.Length; entry += EntryLength)
        {
            int length = Number16(_entries, entry + 64);
            if (length is > 2 and <= 64 && Encoding.Unicode.GetString(_entries, entry, length - 2) == name)
            {
                uint start = Number32(_entries, entry + 116);
                return Number32(_entries, entry + 120) < _smallLimit
                    ? Chain(start, _smallSectorLength, SmallSector, NextSmallSector)
                    : Chain(start, _sectorLength, Sector, NextSector);
            }
        }

        return null;
    }

    private void ReadFatSectors()
    {
        for (int entry = 0; entry < HeaderFatSectors; entry++)
        {
            AddFatSector(Number32(_file.Span, 76 + (4 * entry)));
        }

        uint list = Number32(_file.Span, 68);
        for (int lists = 0; list < FirstSpecialSector && lists <= _file.Length / _sectorLength; lists++)
        {
            ReadOnlySpan<byte> sectors = Sector(list);
            for (int at = 0; at < _sectorLength - 4; at += 4)
            {
                AddFatSector(Number32(sectors, at));
            }

            list = Number32(sectors, _sectorLength - 4);
        }
    }

    private void AddFatSector(uint sector)
    {
        if (sector < FirstSpecialSector)
        {
            _fatSectors.Add(sector);
        }
    }

    private byte[] Chain(uint start, int length, Func<uint, ReadOnlySpan<byte>> sector, Func<uint, uint> next)
    {
        List<byte> bytes = [];
        for (uint at = start; at < FirstSpecialSector && bytes.Count < _file.Length; at = next(at))
        {
            bytes.AddRange(sector(at)[..length]);
        }

        return [.. bytes];
    }

    private ReadOnlySpan<byte> Sector(uint sector) =>
        _file.Span.Slice(checked(((int)sector + 1) * _sectorLength), _sectorLength);

    private uint NextSector(uint sector)
    {
        int perSector = _sectorLength / 4;
        return Number32(Sector(_fatSectors[(int)sector / perSector]), (int)sector % perSector * 4);
    }

    private ReadOnlySpan<byte> SmallSector(uint sector) =>
        _smallSectors.Value.AsSpan(checked((int)sector * _smallSectorLength), _smallSectorLength);

    private uint NextSmallSector(uint sector) => Number32(_smallFat.Value, checked((int)sector * 4));

    private static ushort Number16(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Number32(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
