using System.IO.Compression;
using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

public sealed class RefusalTests
{
    private static readonly PublishedTable s_table = PublishedTable.From(Sample.Workbook(2024));

    [Fact]
    public void Parse_EmptyFile_IsRefused() => AssertRefused(RuleNumbers.EmptyFile, "a.csv", []);

    [Fact]
    public void Parse_OnlyCommentsAndSpaces_IsRefusedAsEmpty() =>
        AssertRefused(RuleNumbers.EmptyFile, "a.csv", Encoding.UTF8.GetBytes("# synthetic: true\n# nothing\n"));

    [Fact]
    public void Parse_ErrorPage_IsRefused() =>
        AssertRefused(RuleNumbers.NoKnownTable, "2024.htm", Encoding.UTF8.GetBytes(Pages.ErrorPage));

    [Fact]
    public void Parse_ErrorPageNamedXls_IsRefusedForItsContent() =>
        AssertRefused(RuleNumbers.NoKnownTable, "2024.xls", Encoding.UTF8.GetBytes(Pages.ErrorPage));

    [Fact]
    public void Parse_PageWithAnotherTable_ShowsWhatWasSeen()
    {
        Finding finding = AssertRefused(
            RuleNumbers.NoKnownTable, "a.htm", Encoding.UTF8.GetBytes("<table><tr><td>货币供应量</td></tr></table>"));

        Assert.Contains("货币供应量", finding.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Parse_TruncatedWorkbook_IsRefused(double share)
    {
        byte[] xlsx = Workbooks.SaveXlsx(s_table.Rows);
        byte[] xls = Workbooks.SaveXls(s_table.Rows);

        AssertRefused(RuleNumbers.BrokenWorkbook, "a.xlsx", xlsx[..(int)(xlsx.Length * share)]);
        Assert.True(Sample.Parse("a.xls", xls[..(int)(xls.Length * share)]).IsRefused);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("htm")]
    [InlineData("html")]
    public void Parse_WorkbookUnderAnotherExtension_IsRefused(string extension) =>
        AssertRefused(RuleNumbers.WrongExtension, "a." + extension, Workbooks.SaveXlsx(s_table.Rows));

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a.docx")]
    [InlineData("2024.xlsx.bak")]
    [InlineData("a.PDF")]
    public void Parse_GoodContentUnderAForeignExtension_IsRefusedWithTheOnesThatAreRead(string name)
    {
        foreach (byte[] content in new[] { Workbooks.SaveXlsx(s_table.Rows), TidyReturns.With() })
        {
            Finding finding = AssertRefused(RuleNumbers.UnknownExtension, name, content);

            Assert.Equal((name, ".csv | .txt | .htm | .html | .xls | .xlsx | .xml | .zip"), (finding.Found, finding.Expected));
        }
    }

    [Fact]
    public void Parse_WorkbookNamedTxt_IsRefused()
    {
        Finding finding = AssertRefused(RuleNumbers.WrongExtension, "a.txt", Workbooks.SaveXlsx(s_table.Rows));

        Assert.Equal(("a.txt", ".xlsx | .xls"), (finding.Found, finding.Expected));
    }

    [Theory]
    [InlineData("return.txt")]
    [InlineData("return")]
    public void Parse_ReturnUnderANameThatDoesNotContradictIt_IsRead(string name) =>
        Assert.False(Sample.Parse(name, TidyReturns.With(SmeKpi.Core.Tests.Validation.Check.Row("2025-06", 100m))).IsRefused);

    [Fact]
    public void Parse_TextNamedXls_IsRefused() =>
        AssertRefused(RuleNumbers.WrongExtension, "a.xls", TidyReturns.With());

    [Fact]
    public void Parse_OldWorkbookNamedXlsx_IsRefused() =>
        AssertRefused(RuleNumbers.WrongExtension, "a.XLSX", Workbooks.SaveXls(s_table.Rows));

    [Fact]
    public void Parse_UnknownHeader_ShowsIt()
    {
        Finding finding = AssertRefused(RuleNumbers.UnknownLayout, "a.csv", Encoding.UTF8.GetBytes("a,b\n1,2\n"));

        Assert.Equal("a,b", finding.Found);
    }

    [Fact]
    public void Parse_NeitherUtf8NorGb18030_IsRefused() =>
        AssertRefused(RuleNumbers.UnknownEncoding, "a.csv", [0xFF, 0xFE, 0x6D, 0x00]);

    [Theory]
    [InlineData("一、各项贷款")]
    [InlineData("（2）定期及其他存款")]
    [InlineData("资金运用总计")]
    [InlineData("3.机关团体存款")]
    public void Parse_DroppedRow_IsRefused(string label) =>
        AssertRefused("a.xlsx", Workbooks.SaveXlsx(s_table.Without(s_table.RowOf(label)).Rows));

    [Theory]
    [InlineData("一、各项贷款", "一、全部贷款 Total Loans")]
    [InlineData("二、金融债券", "")]
    [InlineData("3.机关团体存款", "3.政府机关存款")]
    public void Parse_RenamedRow_IsRefused(string label, string renamed)
    {
        PublishedTable table = s_table.With(s_table.RowOf(label), 0, renamed);

        AssertRefused("a.htm", Pages.Save(table, Encoding.UTF8));
    }

    [Fact]
    public void Parse_TruncatedTable_NamesTheMissingRows()
    {
        PublishedTable cut = s_table.CutAfter(s_table.RowOf("（二）境外贷款") + 1);

        ParsedFile parsed = AssertRefused("a.xlsx", Workbooks.SaveXlsx(cut.Rows));

        Assert.Equal(6, parsed.Findings.Count);
        Assert.All(parsed.Findings, finding => Assert.Equal(RuleNumbers.MissingRow, finding.Rule));
    }

    [Fact]
    public void Parse_TitleOfAProvince_IsNotTheNationalTable() =>
        AssertRefused(
            RuleNumbers.UnknownName, "a.xlsx",
            Workbooks.SaveXlsx(s_table.With(0, 0, "江苏省金融机构人民币信贷收支表").Rows));

    [Theory]
    [InlineData("单位：万元人民币   Unit: 10 Thousand Yuan")]
    [InlineData("单位：万亿元")]
    [InlineData("")]
    public void Parse_AnotherUnitInTheHeader_IsRefused(string unit) =>
        AssertRefused(
            RuleNumbers.WrongTableUnit, "a.xlsx", Workbooks.SaveXlsx(s_table.With(2, 0, unit).Rows));

    [Theory]
    [InlineData(10_000)]
    [InlineData(0.0001)]
    public void Parse_StrippedNumbersInAnotherUnit_AreRefused(double factor)
    {
        List<IReadOnlyList<string>> rows = [.. Sample.Workbook(2024).Rows.Select((row, index) => index == 0 ? row : Scaled(row, 3, 12, factor))];

        ParsedFile parsed = AssertRefused("a.xlsx", Workbooks.SaveXlsx(rows));

        Assert.Equal(12, parsed.Findings.Count);
        Assert.All(parsed.Findings, finding => Assert.Equal(RuleNumbers.NationalMagnitude, finding.Rule));
    }

    [Fact]
    public void Parse_OneMonthTenTimesAsLarge_IsRefusedForItsStep()
    {
        List<IReadOnlyList<string>> rows = [.. Sample.Workbook(2018).Rows.Select((row, index) => index == 0 ? row : Scaled(row, 8, 1, 10))];

        ParsedFile parsed = AssertRefused("a.xlsx", Workbooks.SaveXlsx(rows));

        Assert.Equal([RuleNumbers.NationalStep, RuleNumbers.NationalStep], parsed.Rules());
    }

    [Theory]
    [InlineData(3, "2024.04")]
    [InlineData(10, "2024.11")]
    [InlineData(11, "2025.11")]
    [InlineData(12, "2024.1")]
    [InlineData(5, "合计")]
    [InlineData(4, "")]
    [InlineData(1, "2023.01")]
    public void Parse_MonthOutOfOrder_IsRefused(int column, string heading) =>
        AssertRefused(
            RuleNumbers.WrongMonthColumn, "a.xlsx",
            Workbooks.SaveXlsx(s_table.With(4, column, heading).Rows));

    [Theory]
    [InlineData("1,5")]
    [InlineData("12,34,567.00")]
    [InlineData("n/a")]
    [InlineData("(100.00)")]
    public void Parse_BadNumber_IsRefusedWithItsCell(string text)
    {
        int row = s_table.RowOf("二、债券投资");

        Finding finding = AssertRefused(
            RuleNumbers.BadNumber, "a.xlsx", Workbooks.SaveXlsx(s_table.With(row, 7, text).Rows));

        Assert.Equal(text, finding.Found);
        Assert.Equal((row + 1, 8), (finding.Cell!.Value.Row, finding.Cell.Value.Column));
    }

    [Fact]
    public void Parse_TwoYearsInTheStrippedForm_IsRefused()
    {
        List<IReadOnlyList<string>> rows = [.. Sample.Workbook(2024).Rows];
        rows[9] = ["2023", .. rows[9].Skip(1)];

        Assert.Contains(RuleNumbers.MixedYears, AssertRefused("a.xlsx", Workbooks.SaveXlsx(rows)).Rules());
    }

    [Fact]
    public void Parse_TableBeforeItsFirstMonth_HasNoFigures()
    {
        List<IReadOnlyList<string>> rows =
            [.. Sample.Workbook(2024).Rows.Select((row, index) => index == 0 ? row : [.. row.Take(3), .. Enumerable.Repeat("", 12)])];

        AssertRefused(RuleNumbers.NoFigures, "a.xlsx", Workbooks.SaveXlsx(rows));
    }

    [Theory]
    [InlineData("credit-funds-2023.xlsx")]
    [InlineData("金融机构信贷收支表2025年.xlsx")]
    public void Parse_AnotherYearInTheName_IsRefused(string name) =>
        AssertRefused(RuleNumbers.WrongYearInName, name, Workbooks.SaveXlsx(s_table.Rows));

    [Fact]
    public void Parse_LongDigitsInTheName_AreNoYear() =>
        Assert.False(Sample.Parse("20230115001.xlsx", Workbooks.SaveXlsx(s_table.Rows)).IsRefused);

    [Fact]
    public void Parse_MonthFiledForIsNotInTheFile_IsRefused()
    {
        SourceFile file = new("a.xlsx", Workbooks.SaveXlsx(s_table.Rows));

        ParsedFile within = SourceParser.Parse(file, Sample.Context with { Month = new YearMonth(2024, 12) });
        ParsedFile outside = SourceParser.Parse(file, Sample.Context with { Month = new YearMonth(2025, 1) });

        Assert.False(within.IsRefused);
        Assert.Equal([RuleNumbers.MonthNotInFile], outside.Rules());
    }

    [Fact]
    public void Parse_TwoNationalTables_IsRefused()
    {
        string page = Encoding.UTF8.GetString(Pages.Save(s_table, Encoding.UTF8));

        AssertRefused(RuleNumbers.NoKnownTable, "a.htm", Encoding.UTF8.GetBytes(page + page));
    }

    [Theory]
    [InlineData(1, 30_000_000)]
    [InlineData(2_001, 1)]
    public void Parse_ArchiveBeyondTheLimits_IsRefusedUnread(int parts, int size) =>
        AssertRefused(RuleNumbers.TooLarge, "a.xlsx", Zip(parts, size));

    [Fact]
    public void Parse_ArchiveThatIsNoWorkbook_IsRefused() =>
        AssertRefused(RuleNumbers.BrokenWorkbook, "a.xlsx", Zip(3, 10));

    [Fact]
    public void Parse_PageWithUnclosedFormatting_IsRefusedUnread() =>
        AssertRefused(
            RuleNumbers.TooLarge, "a.htm",
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<b><i><div>", 30_000))));

    // The limit relies on it: sizes are read from the directory, which a forger can write as he likes.
    [Fact]
    public void ZipArchive_DirectoryStatesLessThanTheContent_UnpacksNoMoreThanStated()
    {
        byte[] archive = Zip(1, 1_000_000);
        int directory = archive.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(archive.AsSpan(directory + 24), 100);

        using ZipArchive zip = new(new MemoryStream(archive));
        using MemoryStream target = new();
        try
        {
            using Stream part = zip.Entries[0].Open();
            part.CopyTo(target);
        }
        catch (InvalidDataException)
        {
            // Refusing is as good.
        }

        Assert.InRange(target.Length, 0, 100);
    }

    private static byte[] Zip(int parts, int size)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            for (int part = 0; part < parts; part++)
            {
                using Stream entry = archive.CreateEntry($"part{part}.xml").Open();
                entry.Write(new byte[size]);
            }
        }

        return stream.ToArray();
    }

    private static IReadOnlyList<string> Scaled(IReadOnlyList<string> row, int first, int count, double factor) =>
        [.. row.Select((text, column) => column < first || column >= first + count
            ? text
            : (decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) * (decimal)factor)
                .ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static ParsedFile AssertRefused(string name, byte[] content)
    {
        ParsedFile parsed = Sample.Parse(name, content);
        Assert.True(parsed.IsRefused);
        Assert.Empty(parsed.Figures);
        return parsed;
    }

    private static Finding AssertRefused(string rule, string name, byte[] content)
    {
        ParsedFile parsed = AssertRefused(name, content);
        Assert.Equal(rule, parsed.Findings[0].Rule);
        return parsed.Findings[0];
    }
}
