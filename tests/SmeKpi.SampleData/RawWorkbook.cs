using System.Text;

namespace SmeKpi.SampleData;

/// <summary>A new workbook (.xlsx) written part by part, so that a part can be anything.</summary>
public static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <param name="sheet">What stands inside worksheet.</param>
    /// <param name="shared">What stands inside sst.</param>
    /// <param name="prologue">What stands before the root of the sheet.</param>
    public static byte[] Save(
        string sheet, string shared = "", string prologue = "", params IReadOnlyList<(string Name, byte[] Content)> more) =>
        RateFilings.Zip([
            Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            Part("_rels/.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"),
            Part("xl/worksheets/sheet1.xml", $"{prologue}<worksheet xmlns=\"{Main}\">{sheet}</worksheet>"),
            Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{shared}</sst>"),
            .. more,
        ]);

    private static (string Name, byte[] Content) Part(string name, string xml) => (name, Encoding.UTF8.GetBytes(xml));
}
