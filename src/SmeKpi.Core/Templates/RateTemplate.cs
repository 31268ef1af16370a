using System.Globalization;
using System.IO.Compression;
using System.Text;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Templates;

/// <summary>A blank 利率报备: one package for each type that is needed, without rows, and the order of its fields.</summary>
/// <remarks>Whoever writes the program that fills it puts bank code, date, number of rows and the packed rows in.</remarks>
internal static class RateTemplate
{
    // The first moment that a zip archive can state: the same template is the same bytes every time.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_types = ["DWDKJC", "DWDKYE", "DWDKFK"];

    public static LocalizedText Title => TemplateWords.Both("RateTitle");

    public static byte[] Make(CultureInfo culture) =>
        Pack([.. s_types.Select(type => ($"{type}.xml", Encoding.UTF8.GetBytes(Package(type, culture))))]);

    private static string Package(string type, CultureInfo culture) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + $"<!-- {TemplateWords.In("RateNote", culture)} -->\n"
            + $"<!-- {TemplateWords.In($"RateFields.{type}", culture)} -->\n"
            + "<Package>\n  <bankcode></bankcode>\n  <reporttaskdate></reporttaskdate>\n"
            + $"  <reporttypecode>{type}</reporttypecode>\n  <totalseparate>1</totalseparate>\n  <separateseq>1</separateseq>\n"
            + "  <reportflag>FTRT</reportflag>\n  <rownum>0</rownum>\n  <totalrownum>0</totalrownum>\n"
            + "  <filecontent></filecontent>\n</Package>\n";

    private static byte[] Pack(params IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in entries)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name);
                entry.LastWriteTime = s_noTime;
                using Stream target = entry.Open();
                target.Write(content);
            }
        }

        return stream.ToArray();
    }
}
