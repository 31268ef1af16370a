using DocumentFormat.OpenXml.Packaging;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Shows the errors of formulas, as #REF!, in cells that the reader of values leaves empty.</summary>
internal static class CellErrors
{
    /// <summary>A workbook with more errors than that is refused for the first of them all the same.</summary>
    public const int Most = 10_000;

    public static GridReading Show(GridReading reading, ReadOnlyMemory<byte> content, FileKind kind)
    {
        if (reading.Failure is not null)
        {
            return reading;
        }

        Dictionary<(string Sheet, int Row, int Column), string> errors = [];
        try
        {
            Find(content, kind, errors);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or SystemException)
        {
            // The values could be read. What only the search for errors stumbles over hides no value.
        }

        foreach (((string sheet, int row, int column), string error) in errors)
        {
            reading.Grids.FirstOrDefault(grid => grid.Sheet == sheet)?.Fill(row, column, error);
        }

        return reading;
    }

    private static void Find(
        ReadOnlyMemory<byte> content, FileKind kind, Dictionary<(string Sheet, int Row, int Column), string> errors)
    {
        if (kind is FileKind.Zip)
        {
            XlsxErrors.Find(content, errors);
        }
        else
        {
            XlsErrors.Find(content, errors);
        }
    }
}
