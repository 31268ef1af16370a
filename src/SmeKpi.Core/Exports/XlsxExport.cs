using System.Globalization;
using System.IO.Compression;

namespace SmeKpi.Core.Exports;

/// <summary>
/// Writes an export as a workbook: the data, as many sheets as it takes, then what the table is. Part by part and straight
/// into the archive, because the library for workbooks keeps every cell in memory until the last one.
/// </summary>
public static class XlsxExport
{
    /// <summary>No spreadsheet program reads more rows of one sheet.</summary>
    public const int MostRows = 1_048_576;

    // The same table gives the same bytes.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="mostRows">Rows of a sheet, its head included; more go on in the next.</param>
    /// <returns>How many rows were written, and their control total.</returns>
    public static async Task<ExportTotals> WriteAsync(
        ExportTable table, Stream target, CancellationToken cancellationToken, int mostRows = MostRows)
    {
        ExportTotals totals = new();
        using ZipArchive archive = new(target, ZipArchiveMode.Create, leaveOpen: true);
        List<string> sheets = [];
        await using (IAsyncEnumerator<IReadOnlyList<object?>> rows =
            table.CountedAsync(totals, cancellationToken).GetAsyncEnumerator(cancellationToken))
        {
            bool more = await rows.MoveNextAsync();
            do
            {
                sheets.Add(sheets.Count == 0 ? "data" : string.Create(CultureInfo.InvariantCulture, $"data {sheets.Count + 1}"));
                using Stream part = Part(archive, $"xl/worksheets/sheet{sheets.Count}.xml");
                using XlsxSheet sheet = new(part);
                sheet.Head(table.Columns.Select(column => column.Head));
                for (; more && sheet.Rows < mostRows; more = await rows.MoveNextAsync())
                {
                    sheet.Row(rows.Current);
                }
            }
            while (more);
        }

        sheets.Add("metadata");
        WriteFacts(archive, sheets.Count, table, totals);
        XlsxParts.Write(sheets, name => Part(archive, name));
        return totals;
    }

    private static void WriteFacts(ZipArchive archive, int number, ExportTable table, ExportTotals totals)
    {
        using Stream part = Part(archive, $"xl/worksheets/sheet{number}.xml");
        using XlsxSheet sheet = new(part);
        sheet.Head(["name", "value"]);
        foreach (ExportFact fact in table.Facts)
        {
            sheet.Row([fact.Name, fact.Value]);
        }

        sheet.Row(["rows", (decimal)totals.Rows]);
        if (table.ControlColumn is { } column)
        {
            sheet.Row([$"control total of {column}", totals.Control]);
        }
    }

    private static Stream Part(ZipArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = s_noTime;
        return entry.Open();
    }
}
