using System.Globalization;
using System.Text;
using System.Xml;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Rates;

/// <summary>Reads the XML around the rows of one type: who reports what for when, and a zip as Base64.</summary>
internal static class RatePackageXml
{
    private const string Root = "Package";
    private const string Content = "filecontent";
    private const string Flag = "FTRT";
    private static readonly string[] s_fields =
    [
        "bankcode", "reporttaskdate", "reporttypecode", "totalseparate", "separateseq", "reportflag", "rownum",
        "totalrownum",
    ];

    private static readonly string[] s_dates = ["yyyyMMdd", "yyyy-MM-dd"];

    // Nothing outside the file is ever fetched, and no entity can grow.
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = RateLimits.LargestXml,
        MaxCharactersFromEntities = 1_024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    // The declaration of an XML file may name the code page of Chinese text.
    static RatePackageXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>Null when findings say why the package cannot be read.</returns>
    public static RatePackage? Read(string place, byte[] xml, FindingList findings)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(xml, writable: false), s_settings);
            Dictionary<string, string> fields = new(StringComparer.Ordinal);
            byte[]? archive = ReadFields(reader, fields);
            return archive is null
                ? Broken(place, "", $"<{Content}>", findings)
                : Package(place, fields, archive, findings);
        }
        catch (SystemException exception)
        {
            return Broken(place, exception.Message, $"<{Root}>", findings);
        }
    }

    private static byte[]? ReadFields(XmlReader reader, Dictionary<string, string> fields)
    {
        reader.MoveToContent();
        reader.ReadStartElement(Root);
        byte[]? archive = null;
        while (reader.MoveToContent() is XmlNodeType.Element)
        {
            string name = reader.LocalName;
            if (name == Content && archive is null)
            {
                archive = ReadBase64(reader);
            }
            else if (s_fields.Contains(name, StringComparer.Ordinal) && !fields.ContainsKey(name))
            {
                fields.Add(name, reader.ReadElementContentAsString().Trim());
            }
            else if (name == Content || fields.ContainsKey(name))
            {
                throw new XmlException($"2 × <{name}>");
            }
            else
            {
                reader.Skip();
            }
        }

        reader.ReadEndElement();
        return archive;
    }

    private static byte[] ReadBase64(XmlReader reader)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[16_384];
        int read;
        while ((read = reader.ReadElementContentAsBase64(buffer, 0, buffer.Length)) > 0)
        {
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static RatePackage? Package(
        string place, Dictionary<string, string> fields, byte[] archive, FindingList findings)
    {
        foreach (string missing in s_fields.Where(field => !fields.ContainsKey(field)))
        {
            return Broken(place, "", $"<{missing}>", findings);
        }

        string dateText = fields["reporttaskdate"];
        if (!DateOnly.TryParseExact(
            dateText, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            || !MonthText.IsPlausible(date.Year))
        {
            return Broken(place, dateText, "<reporttaskdate>yyyyMMdd", findings);
        }

        if (fields["reportflag"] != Flag)
        {
            return Broken(place, fields["reportflag"], $"<reportflag>{Flag}", findings);
        }

        int? parts = Number("totalseparate", 1);
        int? part = Number("separateseq", 1);
        int? rows = Number("rownum", 0);
        int? total = Number("totalrownum", 0);
        return parts is null || part is null || rows is null || total is null
            ? null
            : new RatePackage(
                place, fields["bankcode"], date, fields["reporttypecode"].ToUpperInvariant(), parts.Value, part.Value,
                rows.Value, total.Value, archive);

        int? Number(string field, int least)
        {
            if (int.TryParse(fields[field], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= least)
            {
                return number;
            }

            Broken(place, fields[field], $"<{field}>{least}…", findings);
            return null;
        }
    }

    private static RatePackage? Broken(string place, string found, string expected, FindingList findings)
    {
        findings.Add(RuleNumbers.BrokenPackage, null, SourceText.Show($"{place}: {found}"), expected);
        return null;
    }
}
