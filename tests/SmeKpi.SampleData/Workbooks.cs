using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using CellValue = DocumentFormat.OpenXml.Spreadsheet.CellValue;

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

    /// <summary>A new workbook (.xlsx) of several sheets.</summary>
    /// <remarks>The cells are those of <see cref="SaveXls(IReadOnlyList{SampleSheet})"/>.</remarks>
    public static byte[] SaveXlsx(IReadOnlyList<SampleSheet> sheets)
    {
        using MemoryStream stream = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            foreach (SampleSheet sheet in sheets)
            {
                WorksheetPart part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(sheet.Rows.Select(MixedRow)));
                workbook.Workbook.Sheets!.AppendChild(new Sheet
                {
                    Id = workbook.GetIdOfPart(part),
                    SheetId = (uint)workbook.Workbook.Sheets.Count() + 1,
                    Name = sheet.Name,
                });
            }
        }

        return stream.ToArray();
    }

    /// <summary>An old workbook (.xls) of several sheets.</summary>
    /// <remarks>Numbers become numbers; =A1+B1|3 is a formula with its result, #REF! an error, 'text a text.</remarks>
    public static byte[] SaveXls(IReadOnlyList<SampleSheet> sheets)
    {
        HSSFWorkbook workbook = new();
        foreach (SampleSheet sheet in sheets)
        {
            ISheet target = workbook.CreateSheet(sheet.Name);
            for (int index = 0; index < sheet.Rows.Count; index++)
            {
                IRow row = target.CreateRow(index);
                for (int column = 0; column < sheet.Rows[index].Count; column++)
                {
                    WriteMixed(row.CreateCell(column), sheet.Rows[index][column]);
                }
            }
        }

        using MemoryStream stream = new();
        workbook.Write(stream);
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

    private static void WriteMixed(NPOI.SS.UserModel.ICell cell, string text)
    {
        if (text == "#REF!")
        {
            cell.SetCellErrorValue(FormulaError.REF.Code);
        }
        else if (text.StartsWith('=') && text.Split('|') is [string formula, string cached])
        {
            cell.SetCellFormula(formula[1..]);
            cell.SetCellValue(double.Parse(cached, CultureInfo.InvariantCulture));
        }
        else if (text.StartsWith('\''))
        {
            cell.SetCellValue(text[1..]);
        }
        else
        {
            Write(cell, text);
        }
    }

    private static Row MixedRow(IReadOnlyList<string> row, int index) => new(row.Select((text, column) =>
    {
        DocumentFormat.OpenXml.Spreadsheet.Cell cell = Mixed(text);
        cell.CellReference = ColumnName(column) + (index + 1).ToString(CultureInfo.InvariantCulture);
        return cell;
    }))
    {
        RowIndex = (uint)index + 1,
    };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Mixed(string text)
    {
        if (text == "#REF!")
        {
            return new(new CellFormula("A1"), new CellValue(text)) { DataType = CellValues.Error };
        }

        if (text.StartsWith('=') && text.Split('|') is [string formula, string cached])
        {
            return new(new CellFormula(formula[1..]), new CellValue(cached));
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new(new CellValue(text))
            : new(new InlineString(new Text(text.TrimStart('\'')) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = CellValues.InlineString,
            };
    }

    private static string ColumnName(int column) =>
        (column < 26 ? "" : ((char)('A' + (column / 26) - 1)).ToString()) + (char)('A' + (column % 26));
}

/// <summary>A sheet of a made-up workbook; the texts of its cells decide what they become.</summary>
public sealed record SampleSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);
