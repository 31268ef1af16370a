using System.Text;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;
using static SmeKpi.SampleData.RateFilings;

namespace SmeKpi.Core.Tests.Sources;

/// <summary>Files made to harm: each is refused with the finding that names the harm.</summary>
public sealed class HostileFileTests
{
    private static readonly RateFilings s_filing = new();

    [Theory]
    [InlineData("<!DOCTYPE Package [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "&x;")]
    [InlineData("<!DOCTYPE Package [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "&b;")]
    public void Package_WithADocumentType_IsRefused(string type, string text)
    {
        string xml = Encoding.UTF8.GetString(s_filing.Xml(0))
            .Replace("<Package>", type + "<Package>", StringComparison.Ordinal)
            .Replace("<bankcode>", "<bankcode>" + text, StringComparison.Ordinal);

        AssertRule(RuleNumbers.BrokenPackage, RateFilingTests.Parse(Zip(("a.xml", Encoding.UTF8.GetBytes(xml)))));
    }

    [Theory]
    [InlineData("####")]
    [InlineData("QUJD")]
    [InlineData("<a/>")]
    public void Package_WithContentThatIsNoArchive_IsRefused(string content) => AssertRule(
        RuleNumbers.BrokenPackage, Filing(Xml(Disbursement, content, 1, 1)));

    [Fact]
    public void Package_ThatUnpacksAHundredfold_IsRefused() => AssertRule(
        RuleNumbers.TooLarge, Filing(Inner((TextName(Disbursement), new byte[20_000_000]))));

    [Fact]
    public void Package_WithAnArchiveInItsArchive_IsNotOpened()
    {
        byte[] nested = Zip((TextName(Disbursement), Encoding.UTF8.GetBytes(DisbursementRow("R1", "T1", "1", "3"))));

        AssertRule(RuleNumbers.PackageContradiction, Filing(Inner(("inner.zip", nested))));
        AssertRule(RuleNumbers.BrokenPackage, RateFilingTests.Parse(Zip(("inner.zip", s_filing.Save()))));
    }

    [Fact]
    public void Package_WithTwoTexts_IsRefused() => AssertRule(
        RuleNumbers.BrokenPackage, Filing(Inner((TextName(Disbursement), []), ("b.txt", []))));

    [Theory]
    [InlineData("../../x.txt")]
    [InlineData("..\\..\\x.txt")]
    [InlineData("/etc/x.txt")]
    public void Package_TextNamedLikeAPath_IsRefusedForItsName(string name) =>
        AssertRule(RuleNumbers.PackageContradiction, Filing(Inner((name, []))));

    [Fact]
    public void Filing_OfThousandsOfParts_IsRefusedUnread() => AssertRule(
        RuleNumbers.TooLarge,
        RateFilingTests.Parse(Zip([.. Enumerable.Range(0, 3_000).Select(part => ($"{part}.xml", Array.Empty<byte>()))])));

    [Fact]
    public void Filing_OfDeepXml_IsRefused()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 200_000));

        AssertRule(RuleNumbers.BrokenPackage, RateFilingTests.Parse(Zip(
            ("a.xml", Encoding.UTF8.GetBytes("<Package>" + deep)), ("b.xml", Random(100_000)))));
    }

    [Fact]
    public void Filing_WithAForgedDirectory_IsRefused()
    {
        byte[] archive = s_filing.Save();
        int directory = archive.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(archive.AsSpan(directory + 24), 100);

        Assert.True(RateFilingTests.Parse(archive).IsRefused);
    }

    [Fact]
    public void Workbook_NamedZip_IsRefusedForItsName() => AssertRule(
        RuleNumbers.WrongExtension, Sample.Parse("a.zip", Workbooks.SaveXlsx([["项目"]])));

    [Theory]
    [InlineData("xl/vbaProject.bin", "")]
    [InlineData("xl/media/image1.png", "application/vnd.ms-office.vbaProject")]
    [InlineData("xl/workbook.bin", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")]
    [InlineData("xl/macrosheets/sheet1.xml", "")]
    public void Workbook_WithMacros_IsRefused(string part, string contentType)
    {
        byte[] types = Encoding.UTF8.GetBytes($"<Types><Override PartName=\"/{part}\" ContentType=\"{contentType}\"/></Types>");

        AssertRule(RuleNumbers.MacroInWorkbook, Sample.Parse("a.xlsx", Zip(("[Content_Types].xml", types), (part, [1]))));
    }

    [Fact]
    public void OldWorkbook_WithMacros_IsRefused()
    {
        byte[] workbook = Workbooks.SaveXls([["项目"]]);
        Encoding.Unicode.GetBytes("_VBA_PROJECT_CUR").CopyTo(workbook.AsSpan(workbook.Length - 512));

        AssertRule(RuleNumbers.MacroInWorkbook, Sample.Parse("a.xls", workbook));
    }

    private static ParsedFile Filing(byte[] disbursements) => RateFilingTests.Parse(
        Zip(("a.xml", s_filing.Xml(0)), ("b.xml", s_filing.Xml(1)), ("c.xml", disbursements)));

    private static byte[] Inner(params IReadOnlyList<(string Name, byte[] Content)> entries) =>
        Xml(Disbursement, Convert.ToBase64String(Zip(entries)), 0, 0);

    private static byte[] Random(int length)
    {
        byte[] bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static void AssertRule(string rule, ParsedFile parsed)
    {
        Assert.True(parsed.IsRefused);
        Assert.Empty(parsed.Figures);
        Assert.Contains(rule, parsed.Rules());
    }
}
