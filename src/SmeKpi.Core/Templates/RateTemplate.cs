using System.Globalization;
using System.Text;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Templates;

/// <summary>A blank 利率报备: one package for each type that is needed, without rows, and the order of its fields.</summary>
/// <remarks>Whoever writes the program that fills it puts bank code, date, number of rows and the packed rows in.</remarks>
internal static class RateTemplate
{
    private static readonly string[] s_types = ["DWDKJC", "DWDKYE", "DWDKFK"];

    public static LocalizedText Title => TemplateWords.Both("RateTitle");

    public static byte[] Make(CultureInfo culture) =>
        TimelessArchive.Pack(s_types.Select(type => ($"{type}.xml", Encoding.UTF8.GetBytes(Package(type, culture)))));

    private static string Package(string type, CultureInfo culture) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + $"<!-- {TemplateWords.In("RateNote", culture)} -->\n"
            + $"<!-- {TemplateWords.In($"RateFields.{type}", culture)} -->\n"
            + "<Package>\n  <bankcode></bankcode>\n  <reporttaskdate></reporttaskdate>\n"
            + $"  <reporttypecode>{type}</reporttypecode>\n  <totalseparate>1</totalseparate>\n  <separateseq>1</separateseq>\n"
            + "  <reportflag>FTRT</reportflag>\n  <rownum>0</rownum>\n  <totalrownum>0</totalrownum>\n"
            + "  <filecontent></filecontent>\n</Package>\n";
}
