using System.IO.Compression;
using System.Xml.Linq;

namespace SmeKpi.SampleData;

/// <summary>A workbook of seed-data read straight from its XML, independently of the product's reader.</summary>
/// <param name="Rows">Cell texts as they stand in the file, row by row, header included.</param>
public sealed record StrippedWorkbook(IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static readonly XNamespace s_sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public int Year => int.Parse(Rows[1][0], System.Globalization.CultureInfo.InvariantCulture);

    public static StrippedWorkbook Read(byte[] content)
    {
        using ZipArchive archive = new(new MemoryStream(content));
        List<string> shared = [.. Load(archive, "xl/sharedStrings.xml").Root!
            .Elements(s_sheet + "si")
            .Select(item => string.Concat(item.Descendants(s_sheet + "t").Select(text => text.Value)))];
        return new StrippedWorkbook([.. Load(archive, "xl/worksheets/sheet1.xml")
            .Descendants(s_sheet + "row")
            .Select(row => Cells(row, shared))]);
    }

    private static List<string> Cells(XElement row, List<string> shared)
    {
        List<string> cells = [];
        foreach (XElement cell in row.Elements(s_sheet + "c"))
        {
            int column = cell.Attribute("r")!.Value.TakeWhile(char.IsAsciiLetter).Aggregate(0, (at, letter) =>
                (at * 26) + letter - 'A' + 1);
            while (cells.Count < column - 1)
            {
                cells.Add("");
            }

            string text = cell.Element(s_sheet + "v")?.Value ?? "";
            cells.Add(cell.Attribute("t")?.Value == "s" ? shared[int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)] : text);
        }

        return cells;
    }

    private static XDocument Load(ZipArchive archive, string part)
    {
        using Stream stream = archive.GetEntry(part)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }
}
