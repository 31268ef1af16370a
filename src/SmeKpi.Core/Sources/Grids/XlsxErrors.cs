using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Finds the cells of an .xlsx workbook that hold an error: the reader of values leaves them empty.</summary>
internal static class XlsxErrors
{
    /// <returns>The errors, as #REF!, by sheet, row and column; rows and columns count from 0.</returns>
    /// <remarks>Damaged bytes make it throw exceptions of the library and of the framework.</remarks>
    public static Dictionary<(string Sheet, int Row, int Column), string> Find(ReadOnlyMemory<byte> content)
    {
        Dictionary<(string, int, int), string> errors = [];
        using MemoryStream stream = new(content.ToArray(), writable: false);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        WorkbookPart? workbook = document.WorkbookPart;
        foreach (Sheet sheet in workbook?.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is { } id
                && workbook!.TryGetPartById(id, out OpenXmlPart? part)
                && part is WorksheetPart cells)
            {
                Add(sheet.Name?.Value ?? "", cells, errors);
            }
        }

        return errors;
    }

    private static void Add(string sheet, WorksheetPart part, Dictionary<(string, int, int), string> errors)
    {
        using OpenXmlReader reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Cell) || !reader.IsStartElement
                || !reader.Attributes.Any(attribute => attribute is { LocalName: "t", Value: "e" }))
            {
                continue;
            }

            Cell cell = (Cell)reader.LoadCurrentElement()!;
            if (Place(cell.CellReference?.Value ?? "") is { } place)
            {
                errors[(sheet, place.Row, place.Column)] = cell.CellValue?.Text ?? "#ERROR!";
            }
        }
    }

    // B3 is row 2, column 1.
    private static (int Row, int Column)? Place(string reference)
    {
        int letters = reference.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3
            || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out int row))
        {
            return null;
        }

        int column = reference[..letters].Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1);
        return (row - 1, column - 1);
    }
}
