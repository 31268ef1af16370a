using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SmeKpi.Core.Templates;

/// <summary>Writes sheets as an .xlsx workbook without author or times: the same sheets give the same bytes.</summary>
internal static class WorkbookWriter
{
    public static byte[] Write(IReadOnlyList<TemplateSheet> sheets)
    {
        using MemoryStream stream = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = TemplateStyles.Sheet();
            Sheets list = new();
            for (int index = 0; index < sheets.Count; index++)
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"sheet{index + 1}");
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = Worksheet(sheets[index]);
                list.AppendChild(new Sheet { Id = id, SheetId = (uint)index + 1, Name = sheets[index].Name });
            }

            workbook.Workbook = new Workbook(list);
        }

        return WithoutTimes(stream.ToArray());
    }

    private static Worksheet Worksheet(TemplateSheet sheet)
    {
        Columns columns = new(sheet.Widths.Select((width, index) => new Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true,
        }));
        SheetView view = new() { WorkbookViewId = 0 };
        if (sheet.FrozenRows > 0)
        {
            view.AppendChild(Frozen(sheet));
        }

        return new Worksheet(
            new SheetViews(view), columns, new SheetData(sheet.Rows.Select(Row)));
    }

    private static Pane Frozen(TemplateSheet sheet) => new()
    {
        HorizontalSplit = sheet.FrozenColumns,
        VerticalSplit = sheet.FrozenRows,
        TopLeftCell = Reference(sheet.FrozenRows, sheet.FrozenColumns),
        ActivePane = PaneValues.BottomRight,
        State = PaneStateValues.Frozen,
    };

    private static Row Row(IReadOnlyList<TemplateCell> cells, int row) =>
        new(cells.Select((cell, column) => Cell(cell, row, column))) { RowIndex = (uint)row + 1 };

    private static Cell Cell(TemplateCell cell, int row, int column)
    {
        Cell written = new() { CellReference = Reference(row, column), StyleIndex = (uint)cell.Style };
        if (cell.Text.Length > 0)
        {
            written.DataType = CellValues.InlineString;
            written.InlineString = new InlineString(new Text(cell.Text) { Space = SpaceProcessingModeValues.Preserve });
        }

        return written;
    }

    private static string Reference(int row, int column) =>
        Letters(column + 1) + (row + 1).ToString(CultureInfo.InvariantCulture);

    private static string Letters(int column) =>
        column <= 0 ? "" : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    private static byte[] WithoutTimes(byte[] package)
    {
        using ZipArchive source = new(new MemoryStream(package), ZipArchiveMode.Read);
        return TimelessArchive.Pack(
            source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => (entry.FullName, Content(entry))));
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using MemoryStream content = new();
        using Stream from = entry.Open();
        from.CopyTo(content);
        return content.ToArray();
    }
}
