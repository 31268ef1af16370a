using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Finds the cells of an .xlsx workbook that hold an error. Parts are read as streams, never as trees.</summary>
internal static class XlsxErrors
{
    /// <summary>Adds the errors by sheet, row and column; rows and columns count from 0.</summary>
    /// <remarks>Damaged bytes make it throw exceptions of the library and of the framework.</remarks>
    public static void Find(
        ReadOnlyMemory<byte> content, Dictionary<(string Sheet, int Row, int Column), string> errors)
    {
        using MemoryStream stream = new(content.ToArray(), writable: false);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        if (document.WorkbookPart is not { } workbook)
        {
            return;
        }

        foreach ((string sheet, string id) in Sheets(workbook))
        {
            if (workbook.TryGetPartById(id, out OpenXmlPart? part) && part is WorksheetPart cells)
            {
                Add(sheet, cells, errors);
            }
        }
    }

    private static IEnumerable<(string Name, string Id)> Sheets(WorkbookPart workbook)
    {
        using OpenXmlReader reader = OpenXmlReader.Create(workbook);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Sheet))
            {
                yield return (Attribute(reader, "name"), Attribute(reader, "id"));
            }
        }
    }

    private static void Add(
        string sheet, WorksheetPart part, Dictionary<(string Sheet, int Row, int Column), string> errors)
    {
        using OpenXmlReader reader = OpenXmlReader.Create(part);
        (int Row, int Column)? place = null;
        while (reader.Read() && errors.Count < CellErrors.Most)
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Cell))
            {
                place = Attribute(reader, "t") == "e" ? Place(Attribute(reader, "r")) : null;
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(CellValue) && place is { } at)
            {
                errors[(sheet, at.Row, at.Column)] = SourceText.Show(reader.GetText());
                place = null;
            }
        }
    }

    private static string Attribute(OpenXmlReader reader, string name) =>
        reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == name).Value ?? "";

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
