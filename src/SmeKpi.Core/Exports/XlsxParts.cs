using System.Globalization;
using System.Text;

namespace SmeKpi.Core.Exports;

/// <summary>The parts of a workbook around its sheets: list of sheets, styles, kinds of parts. ECMA-376.</summary>
internal static class XlsxParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public const int PlainStyle = 0;
    public const int HeadStyle = 1;
    public const int TextStyle = 2;
    public const int MonthStyle = 3;
    public const int MomentStyle = 4;

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(IReadOnlyList<string> sheets, Func<string, Stream> part)
    {
        Write(part("[Content_Types].xml"), $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/>{Each(sheets, (number, _) => $"""<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{Kind}.worksheet+xml"/>""")}</Types>
            """);
        Write(part("_rels/.rels"), $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="workbook" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Write(part("xl/workbook.xml"), $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(sheets, (number, name) => $"""<sheet name="{name}" sheetId="{number}" r:id="sheet{number}"/>""")}</sheets></workbook>
            """);
        Write(part("xl/_rels/workbook.xml.rels"), $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="styles" Type="{Relations}/styles" Target="styles.xml"/>{Each(sheets, (number, _) => $"""<Relationship Id="sheet{number}" Type="{Relations}/worksheet" Target="worksheets/sheet{number}.xml"/>""")}</Relationships>
            """);
        Write(part("xl/styles.xml"), $"""
            <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
    }

    private static string Each(IReadOnlyList<string> sheets, Func<string, string, string> text) => string.Concat(
        sheets.Index().Select(sheet => text((sheet.Index + 1).ToString(CultureInfo.InvariantCulture), sheet.Item)));

    private static void Write(Stream part, string content)
    {
        using (part)
        {
            part.Write(Encoding.UTF8.GetBytes(Declaration + content));
        }
    }
}
