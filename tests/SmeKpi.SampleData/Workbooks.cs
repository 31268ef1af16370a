using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;

namespace SmeKpi.SampleData;

/// <summary>Workbooks made in memory, old and new format.</summary>
public static class Workbooks
{
    /// <summary>A new workbook (.xlsx) with every cell as text.</summary>
    public static byte[] SaveXlsx(IReadOnlyList<IReadOnlyList<string>> rows, string sheet = "人民币")
    {
        using MemoryStream stream = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart workbook = document.AddWorkbookPart();
            WorksheetPart part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select((row, index) => XlsxRow(row, index))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet
            {
                Id = workbook.GetIdOfPart(part), SheetId = 1, Name = sheet,
            }));
        }

        return stream.ToArray();
    }

    /// <summary>An old workbook (.xls) whose values are binary numbers, as the publishers' are.</summary>
    public static byte[] SaveXls(IReadOnlyList<IReadOnlyList<string>> rows, string sheet = "人民币")
    {
        HSSFWorkbook workbook = new();
        workbook.CreateSheet("说明").CreateRow(0).CreateCell(0).SetCellValue(PublishedTable.Mark);
        ISheet target = workbook.CreateSheet(sheet);
        for (int index = 0; index < rows.Count; index++)
        {
            IRow row = target.CreateRow(index);
            for (int column = 0; column < rows[index].Count; column++)
            {
                Write(row.CreateCell(column), rows[index][column]);
            }
        }

        using MemoryStream stream = new();
        workbook.Write(stream);
        return stream.ToArray();
    }

    private static Row XlsxRow(IReadOnlyList<string> row, int index) => new(row.Select((text, column) =>
        new DocumentFormat.OpenXml.Spreadsheet.Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{index + 1}"),
            DataType = CellValues.InlineString,
        }))
    {
        RowIndex = (uint)index + 1,
    };

    private static void Write(NPOI.SS.UserModel.ICell cell, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            cell.SetCellValue(number);
        }
        else
        {
            cell.SetCellValue(text);
        }
    }
}
