using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Reads the sheets of an .xls (BIFF) or .xlsx workbook as text.</summary>
internal static class WorkbookReader
{
    private const int MaxSheets = 50;
    private const int MaxCells = 1_000_000;
    private const long MaxCharacters = 50_000_000;

    // No spreadsheet program makes a larger sheet.
    private const int LargestRow = 1_048_576;
    private const int LargestColumn = 16_384;

    // The name of the storage that holds the macros of an old workbook, as its directory writes it.
    private static ReadOnlySpan<byte> MacroStorage => MemoryMarshal.AsBytes("_VBA_PROJECT_CUR".AsSpan());

    // The library asks the runtime for the code page of old workbooks by number.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static GridReading Read(ReadOnlyMemory<byte> content, FileKind kind)
    {
        if (kind is FileKind.Zip && ArchiveLimits.Check(content) is { } unsafeArchive)
        {
            return new GridReading([], unsafeArchive);
        }

        if (kind is FileKind.Biff && content.Span.IndexOf(MacroStorage) >= 0)
        {
            return GridReading.Failed(RuleNumbers.MacroInWorkbook, "_VBA_PROJECT_CUR", "XLS");
        }

        try
        {
            using MemoryStream stream = new(content.ToArray(), writable: false);
            using IExcelDataReader reader = kind is FileKind.Zip
                ? ExcelReaderFactory.CreateOpenXmlReader(stream)
                : ExcelReaderFactory.CreateBinaryReader(stream);
            return Sheets(reader);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return GridReading.Failed(RuleNumbers.BrokenWorkbook, SourceText.Show(exception.Message), "XLS, XLSX");
        }
    }

    private static GridReading Sheets(IExcelDataReader reader)
    {
        List<Grid> grids = [];
        int cells = 0;
        long characters = 0;
        do
        {
            // A sheet states its size before its rows, and the library prepares for as many.
            if (reader.RowCount > LargestRow || reader.FieldCount > LargestColumn)
            {
                return GridReading.Failed(
                    RuleNumbers.TooLarge, $"{reader.RowCount} × {reader.FieldCount}",
                    $"<= {LargestRow} × {LargestColumn}");
            }

            List<string[]> rows = [];
            while (rows.Count < Grid.MaxRows && reader.Read())
            {
                rows.Add(Row(reader));
                cells += rows[^1].Length;
                characters += rows[^1].Sum(cell => (long)cell.Length);
                if (cells > MaxCells || characters > MaxCharacters)
                {
                    return GridReading.Failed(RuleNumbers.TooLarge, $"> {MaxCells} × A1", $"<= {MaxCells} × A1");
                }
            }

            grids.Add(new Grid(reader.Name ?? "", rows));
        }
        while (grids.Count < MaxSheets && reader.NextResult());

        return new GridReading(grids, Failure: null);
    }

    // Ends with the last cell that has a text: a sheet of blank rows must not cost memory.
    private static string[] Row(IExcelDataReader reader)
    {
        int length = Math.Min(reader.FieldCount, Grid.MaxColumns);
        while (length > 0 && reader.GetValue(length - 1) is null or "")
        {
            length--;
        }

        string[] cells = length == 0 ? [] : new string[length];
        for (int column = 0; column < length; column++)
        {
            cells[column] = Text(reader.GetValue(column));
        }

        return cells;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => Grid.Cut(text),
        DateTime date => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        IFormattable number => Plain(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => value.ToString() ?? "",
    };

    // A binary number prints its shortest exact form, which may carry an exponent; sources never do.
    private static string Plain(string number) =>
        number.Contains('E', StringComparison.Ordinal)
        && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal plain)
            ? plain.ToString(CultureInfo.InvariantCulture)
            : number;

    // The library documents its own exceptions, but damaged bytes also make it stumble into those of the framework
    // (XML, index, argument, overflow, a length too large to allocate). Only bytes go in, so each of them means damage.
    private static bool IsDamage(Exception exception) => exception is ExcelReaderException or SystemException;
}
