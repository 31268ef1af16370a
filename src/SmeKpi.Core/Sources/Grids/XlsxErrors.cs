using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Finds the cells of an .xlsx workbook that hold an error. Parts are read as streams.</summary>
internal static class XlsxErrors
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

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
        using XmlReader reader = Open(workbook);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                yield return (
                    reader.GetAttribute("name") ?? "",
                    reader.GetAttribute("id", Relationships) ?? reader.GetAttribute("id", StrictRelationships) ?? "");
            }
        }
    }

    private static void Add(
        string sheet, WorksheetPart part, Dictionary<(string Sheet, int Row, int Column), string> errors)
    {
        using XmlReader reader = Open(part);
        (int Row, int Column)? place = null;
        while (reader.Read() && errors.Count < CellErrors.Most)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                place = reader.GetAttribute("t") == "e" ? Place(reader.GetAttribute("r") ?? "") : null;
            }
            else if (place is { } at && reader is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                bool hasText = reader.Read() && reader.NodeType is XmlNodeType.Text;
                errors[(sheet, at.Row, at.Column)] = hasText ? SourceText.Show(reader.Value) : "#ERROR!";
                place = null;
            }
        }
    }

    private static XmlReader Open(OpenXmlPart part) => XmlReader.Create(
        part.GetStream(FileMode.Open, FileAccess.Read),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

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
