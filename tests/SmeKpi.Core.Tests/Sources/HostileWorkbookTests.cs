using System.Buffers.Binary;
using System.Text;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

/// <summary>Workbooks and pages made to harm end soon, in little memory, with a finding.</summary>
public sealed class HostileWorkbookTests
{
    private const long MostBytes = 512L * 1024 * 1024;

    [Fact]
    public void Sheet_ThatStatesAMillionRows_IsReadWithoutThem() => AssertRule(
        RuleNumbers.UnknownLayout, "a.xlsx",
        RawWorkbook.Save("<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"));

    [Fact]
    public void Sheet_WithItsOnlyCellInTheLastRow_IsReadWithoutTheGap() => AssertRule(
        RuleNumbers.UnknownLayout, "a.xlsx",
        RawWorkbook.Save("<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"));

    [Theory]
    [InlineData("r=\"99999999\"", "r=\"A99999999\"")]
    [InlineData("r=\"-1\"", "r=\"A1\"")]
    [InlineData("r=\"1\"", "r=\"ZZZZZZZ1\"")]
    [InlineData("r=\"1\"", "r=\"A1\" t=\"s\"")]
    public void Sheet_WithAReferenceOutsideAnySheet_IsRefused(string row, string cell) => AssertRefused("a.xlsx", RawWorkbook.Save(
        $"<sheetData><row {row}><c {cell}><v>7</v></c></row></sheetData>"));

    [Fact]
    public void Sheet_OfMoreCellsThanAreRead_IsRefused()
    {
        string row = "<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 250)) + "</row>";
        string rows = string.Concat(Enumerable.Repeat(row, 4_100));

        AssertRule(RuleNumbers.TooLarge, "a.xlsx", Stored(RawWorkbook.Save($"<sheetData>{rows}</sheetData>")));
    }

    [Fact]
    public void SharedText_BeyondTheLimit_IsRefusedUnread() => AssertRule(
        RuleNumbers.TooLarge, "a.xlsx", Stored(RawWorkbook.Save("", $"<si><t>{new string('x', 33 * 1024 * 1024)}</t></si>")));

    [Theory]
    [InlineData(1, 2_000_000, RuleNumbers.TooLarge)]
    [InlineData(40, 300, RuleNumbers.TooLarge)]
    [InlineData(2, 4_000, RuleNumbers.TooLarge)]
    [InlineData(2, 400, RuleNumbers.UnknownLayout)]
    public void SharedText_UsedByManyCells_IsReadOnlyWhenShort(int runs, int length, string rule)
    {
        string cells = string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 200));
        string rows = string.Concat(Enumerable.Repeat($"<row>{cells}</row>", 200));
        string text = string.Concat(Enumerable.Repeat($"<r><t>{new string('字', length)}</t></r>", runs));

        AssertRule(rule, "a.xlsx", Stored(RawWorkbook.Save($"<sheetData>{rows}</sheetData>", $"<si>{text}</si>")));
    }

    [Fact]
    public void Sheet_WithADocumentType_IsRefused() => AssertRule(
        RuleNumbers.BrokenWorkbook, "a.xlsx", RawWorkbook.Save(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row></sheetData>", "",
            "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"));

    [Theory]
    [InlineData("../../x.xml")]
    [InlineData("xl/embeddings/inner.zip")]
    public void Archive_WithAForeignPart_IsReadWithoutIt(string name) => AssertRule(
        RuleNumbers.UnknownLayout, "a.xlsx", RawWorkbook.Save("<sheetData/>", "", "", (name, RateFilings.Zip(("x", [1])))));

    [Fact]
    public void Formula_WithoutAValue_IsMissingNotZero()
    {
        IReadOnlyList<string> labels = ["year", "type", "item", "month_01"];
        string head = string.Concat(labels.Select(text => $"<c t=\"str\"><v>{text}</v></c>"));
        string row = "<c><v>2024</v></c><c t=\"str\"><v>来源方项目</v></c><c t=\"str\"><v>一、各项存款</v></c><c><f>1+1</f></c>";

        ParsedFile parsed = AssertRefused("a.xlsx", RawWorkbook.Save($"<sheetData><row>{head}</row><row>{row}</row></sheetData>"));

        Assert.DoesNotContain(RuleNumbers.BadNumber, parsed.Rules());
        Assert.Contains(RuleNumbers.MissingRow, parsed.Rules());
    }

    [Fact]
    public void OldWorkbook_ThatStatesMillionsOfRows_IsRefused()
    {
        byte[] workbook = RegionalTables.SaveXls(("1", RegionalTables.Province()));
        int dimensions = workbook.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x00, 0x02, 0x0E, 0x00]);
        BinaryPrimitives.WriteUInt32LittleEndian(workbook.AsSpan(dimensions + 8), 285_212_928);

        AssertRule(RuleNumbers.TooLarge, "a.xls", workbook);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<table><tr><td><div>")]
    [InlineData("<span>")]
    [InlineData("<svg><g>")]
    public void Page_OfUnclosedElements_IsRefused(string element) => AssertRule(
        RuleNumbers.TooLarge, "a.htm",
        Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat(element, 1_900_000 / element.Length))));

    [Fact]
    public void Page_OfWideCells_IsReadToTheLastColumn() => AssertRule(
        RuleNumbers.NoKnownTable, "a.htm", Encoding.UTF8.GetBytes(
            "<table>" + string.Concat(Enumerable.Repeat("<tr><td colspan=1000 rowspan=65534>1", 20_000)) + "</table>"));

    // Stored, so that the ratio of packing is not what refuses it.
    private static byte[] Stored(byte[] archive) => Damage.Repack(archive);

    private static void AssertRule(string rule, string name, byte[] content) =>
        Assert.Contains(rule, AssertRefused(name, content).Rules());

    private static ParsedFile AssertRefused(string name, byte[] content)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Watch watch = Watch.Start();
        ParsedFile parsed = Sample.Parse(name, content);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostBytes);
        Assert.True(parsed.IsRefused);
        return parsed;
    }
}
