using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SmeKpi.SampleData;

/// <summary>Fills in a blank workbook as a person would: only cells that are there, on the second sheet.</summary>
public static class FilledTemplates
{
    /// <param name="cells">Values by address, as B2; those that read as numbers become numbers.</param>
    public static byte[] Fill(byte[] template, IReadOnlyDictionary<string, string> cells)
    {
        using MemoryStream stream = new();
        stream.Write(template);
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            Dictionary<string, Cell> byAddress = SecondSheet(document).Descendants<Cell>()
                .ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
            foreach ((string address, string value) in cells)
            {
                bool isNumber = decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
                byAddress[address].DataType = isNumber ? CellValues.Number : CellValues.String;
                byAddress[address].InlineString = null;
                byAddress[address].CellValue = new CellValue(value);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The addresses of the cells to fill in below the headings, row by row.</summary>
    public static IReadOnlyList<string> Inputs(byte[] template, int headings)
    {
        using MemoryStream stream = new(template, writable: false);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        return
        [
            .. SecondSheet(document).Descendants<Row>().Where(row => row.RowIndex! > headings)
                .SelectMany(row => row.Elements<Cell>())
                .Where(cell => cell.InlineString is null)
                .Select(cell => cell.CellReference!.Value!),
        ];
    }

    private static Worksheet SecondSheet(SpreadsheetDocument document)
    {
        Sheet sheet = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().ElementAt(1);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!;
    }
}
