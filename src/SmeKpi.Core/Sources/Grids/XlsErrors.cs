using System.Buffers.Binary;
using System.Text;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Finds the cells of an .xls workbook that hold an error: the reader of values leaves them empty.</summary>
internal static class XlsErrors
{
    private const int Start = 0x0809;
    private const int End = 0x000A;
    private const int SheetPlace = 0x0085;
    private const int BooleanOrError = 0x0205;
    private const int Formula = 0x0006;

    /// <summary>Adds the errors by sheet, row and column; rows and columns count from 0.</summary>
    /// <remarks>Damaged bytes make it throw exceptions of the framework. Files older than Excel 97 give none.</remarks>
    public static void Find(
        ReadOnlyMemory<byte> content, Dictionary<(string Sheet, int Row, int Column), string> errors)
    {
        ReadOnlySpan<byte> book = new CompoundFile(content).Find("Workbook");
        int at = 0;
        while (Next(book, ref at, out int kind, out ReadOnlySpan<byte> data) && kind != End)
        {
            if (kind == SheetPlace)
            {
                AddSheet(book, BinaryPrimitives.ReadInt32LittleEndian(data), Name(data[6..]), errors);
            }
        }
    }

    // A chart inside a sheet has a start and an end of its own.
    private static void AddSheet(
        ReadOnlySpan<byte> book, int at, string sheet,
        Dictionary<(string Sheet, int Row, int Column), string> errors)
    {
        int depth = 0;
        while (Next(book, ref at, out int kind, out ReadOnlySpan<byte> data))
        {
            depth += kind switch { Start => 1, End => -1, _ => 0 };
            if (depth <= 0 || errors.Count >= CellErrors.Most)
            {
                return;
            }

            if (Error(kind, data) is { } error)
            {
                errors[(sheet, Number(data), Number(data[2..]))] = error;
            }
        }
    }

    private static bool Next(ReadOnlySpan<byte> book, ref int at, out int kind, out ReadOnlySpan<byte> data)
    {
        kind = 0;
        data = [];
        if (at < 0 || at + 4 > book.Length)
        {
            return false;
        }

        kind = Number(book[at..]);
        data = book.Slice(at + 4, Number(book[(at + 2)..]));
        at += 4 + data.Length;
        return true;
    }

    private static string? Error(int kind, ReadOnlySpan<byte> data) => kind switch
    {
        BooleanOrError when data[7] == 1 => Shown(data[6]),
        Formula when data[6] == 2 && data[12] == 0xFF && data[13] == 0xFF => Shown(data[8]),
        _ => null,
    };

    private static string Shown(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };

    private static string Name(ReadOnlySpan<byte> text)
    {
        int length = text[0];
        return (text[1] & 1) == 1
            ? Encoding.Unicode.GetString(text.Slice(2, 2 * length))
            : Encoding.Latin1.GetString(text.Slice(2, length));
    }

    private static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
