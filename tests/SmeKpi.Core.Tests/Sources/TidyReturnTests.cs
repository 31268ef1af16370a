using System.Globalization;
using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

public sealed class TidyReturnTests
{
    private const string Good = "2025-06,B001,320902,loans.all.balance,rmb_fx,100,亿元";

    [Theory]
    [InlineData("10000000000", "元", 10_000_000_000)]
    [InlineData("1,000,000.50", "万元", 10_000_005_000)]
    [InlineData("100", "亿元", 10_000_000_000)]
    [InlineData("0.00000001", "yi", 1)]
    [InlineData("-3", "wan", -30_000)]
    [InlineData(" 7 ", "yuan", 7)]
    public void Parse_MoneyInAnyUnit_IsInYuan(string value, string unit, long yuan)
    {
        ParsedFile parsed = Sample.ParseReturn($"2025-06,B001,320902,loans.all.balance,rmb_fx,\"{value}\",{unit}");

        Assert.Empty(parsed.Findings);
        Figure figure = Assert.Single(parsed.Figures);
        Assert.Equal(new Quantity(yuan, Unit.Yuan), figure.Value);
        Assert.Equal(new SeriesKey("loans.all.balance", "rmb_fx", "B001", "320902"), figure.Series);
        Assert.Equal(new YearMonth(2025, 6), figure.Month);
        Assert.Equal(new SourceCell("", 3, 6), figure.Cell);
        Assert.True(parsed.Synthetic);
    }

    [Fact]
    public void Parse_CountsAndRates_KeepTheirUnit()
    {
        ParsedFile parsed = Sample.ParseReturn(
            "2025-06,B001,320902,loans.inclusive_mse.borrowers,nfra,1200,户", "2025-06,,100000,lpr.1y,-,3.05,%");

        Assert.Equal([new Quantity(1200m, Unit.Count), new Quantity(3.05m, Unit.Percent)], Values(parsed));
        Assert.Null(parsed.Figures[1].Series.Bank);
    }

    [Theory]
    [InlineData("2025-06,B001,320902,loans.all.balance,rmb_fx,,万元")]
    [InlineData("2025-06,B001,320902,loans.all.balance,rmb_fx,,")]
    public void Parse_EmptyValue_IsNotReportedAndNotZero(string row)
    {
        ParsedFile parsed = Sample.ParseReturn(row);

        Assert.Empty(parsed.Findings);
        Assert.Null(Assert.Single(parsed.Figures).Value);
    }

    [Theory]
    [InlineData("2025-06,B001,320902,loans.all.balance,rmb_fx,100", RuleNumbers.FieldCount, 1)]
    [InlineData("2025-06,B001,320902,loans.all.balance,rmb_fx,100,亿元,", RuleNumbers.FieldCount, 1)]
    [InlineData("2025-6,B001,320902,loans.all.balance,rmb_fx,100,亿元", RuleNumbers.BadMonth, 1)]
    [InlineData("1900-01,B001,320902,loans.all.balance,rmb_fx,100,亿元", RuleNumbers.BadMonth, 1)]
    [InlineData("2025-06,B001,320902,loans.all,rmb_fx,100,亿元", RuleNumbers.UnknownIndicator, 4)]
    [InlineData("2025-06,B001,320902,loans.all.balance,nfra,100,亿元", RuleNumbers.UnknownScope, 5)]
    [InlineData("2025-06,B001,320902,loans.all.balance,rmb_fx,1e5,亿元", RuleNumbers.BadNumber, 6)]
    [InlineData("2025-06,B001,320902,loans.all.balance,rmb_fx,--,亿元", RuleNumbers.BadNumber, 6)]
    [InlineData("2025-06,B001,320902,loans.all.balance,rmb_fx,900000001,亿元", RuleNumbers.BadNumber, 6)]
    [InlineData("2025-06,B001,320902,loans.inclusive_mse.borrowers,nfra,1.5,户", RuleNumbers.BadNumber, 6)]
    [InlineData("2025-06,B001,320902,loans.all.balance,rmb_fx,100,万亿元", RuleNumbers.UnknownUnit, 7)]
    [InlineData("2025-06,B001,320902,loans.all.balance,rmb_fx,100,户", RuleNumbers.UnitDoesNotFit, 7)]
    public void Parse_WrongField_IsReportedWithLineAndColumn(string row, string rule, int column)
    {
        ParsedFile parsed = Sample.ParseReturn(Good, row);

        Finding finding = Assert.Single(parsed.Findings);
        Assert.Equal(rule, finding.Rule);
        Assert.Equal(new SourceCell("", 4, column), finding.Cell);
        Assert.True(parsed.IsRefused);
        Assert.Single(parsed.Figures);
    }

    [Fact]
    public void Parse_LargestAmount_IsAccepted() =>
        Assert.Empty(Sample.ParseReturn("2025-06,B001,320902,loans.all.balance,rmb_fx,900000000,亿元").Findings);

    [Fact]
    public void Parse_SeveralFaultsInARow_ReportsAll() => Assert.Equal(
        [RuleNumbers.BadMonth, RuleNumbers.UnknownScope, RuleNumbers.BadNumber],
        Sample.ParseReturn("2025.06,B001,320902,loans.all.balance,pboc,x,亿元").Rules());

    [Fact]
    public void Parse_SameKeySameValue_IsOneFigureAndAQuestion()
    {
        ParsedFile parsed = Sample.ParseReturn(Good, "2025-06,B001,320902,loans.all.balance,rmb_fx,1000000,万元");

        Assert.Equal([RuleNumbers.RepeatedRow], parsed.Rules());
        Assert.False(parsed.IsRefused);
        Assert.Single(parsed.Figures);
    }

    [Fact]
    public void Parse_SameKeyOtherValue_IsRefusedAndNamesTheFirst()
    {
        ParsedFile parsed = Sample.ParseReturn(Good, "2025-06,B001,320902,loans.all.balance,rmb_fx,,亿元");

        Finding finding = Assert.Single(parsed.Findings);
        Assert.Equal(RuleNumbers.ContradictingRows, finding.Rule);
        Assert.Contains("line 3", finding.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_WrongHeaderColumn_IsReportedWithItsColumn()
    {
        ParsedFile parsed = Sample.ParseText("month,bank,region_code,indicator,scope,value,unit,note\n" + Good + "\n");

        Assert.Equal(LayoutNames.TidyReturn, parsed.Layout);
        Assert.Equal([RuleNumbers.WrongHeader, RuleNumbers.WrongHeader], parsed.Rules());
        Assert.Equal([2, 8], parsed.Findings.Select(finding => finding.Cell!.Value.Column));
        Assert.Empty(parsed.Figures);
    }

    [Fact]
    public void Parse_MoreFaultsThanTheLimit_AreCounted()
    {
        ParsedFile parsed = Sample.ParseReturn([.. Enumerable.Range(0, 300).Select(row => $"x{row},1")]);

        Assert.Equal(201, parsed.Findings.Count);
        Assert.Equal((RuleNumbers.MoreBlocking, "300"), (parsed.Findings[^1].Rule, parsed.Findings[^1].Found));
    }

    [Fact]
    public void Parse_CommentsBlankLinesAndQuotedBreaks_KeepTheLineNumbers()
    {
        ParsedFile parsed = Sample.ParseText(
            "# a comment, with \"quotes\r\n\r\n" + TidyReturns.Header + "\r\n" + Good + "\r\n# in between\r\n\r\n"
            + "\"2025-07\",B001,\"3209\n02\",loans.all.balance,rmb_fx,1,元\r\n"
            + "2025-07,B\"1,320902,loans.all.balance,rmb_fx,x,元\r\n");

        Assert.Equal([4, 7], parsed.Figures.Select(figure => figure.Cell.Row));
        Assert.Equal(9, Assert.Single(parsed.Findings).Cell!.Value.Row);
    }

    [Fact]
    public void Parse_UnclosedQuote_IsRefusedWithItsLine()
    {
        ParsedFile parsed = Sample.ParseReturn(Good, "\"2025-07,B001,320902,loans.all.balance,rmb_fx,1,元");

        Assert.Equal((RuleNumbers.BrokenCsv, 4), (parsed.Findings[0].Rule, parsed.Findings[0].Cell!.Value.Row));
    }

    [Fact]
    public void Parse_AllEncodings_GiveTheSameFigures()
    {
        string text = TidyReturns.Header + "\n" + Good + "\n";

        ParsedFile[] parsed =
        [
            Sample.Parse("a.csv", Encoding.UTF8.GetBytes(text)),
            Sample.Parse("a.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]),
            Sample.Parse("a.csv", Encodings.Gb18030.GetBytes(text)),
        ];

        Assert.All(parsed, file =>
        {
            Assert.Empty(file.Findings);
            Assert.Equal(new Quantity(10_000_000_000m, Unit.Yuan), Assert.Single(file.Figures).Value);
            Assert.False(file.Synthetic);
        });
    }

    [Fact]
    public void Parse_ReceivedComment_IsRead()
    {
        ParsedFile parsed = Sample.ParseText(
            "# synthetic: true\n# received: 2025-07-12T09:30:00+08:00\n" + TidyReturns.Header + "\n" + Good + "\n");

        Assert.Equal(new DateTimeOffset(2025, 7, 12, 9, 30, 0, TimeSpan.FromHours(8)), parsed.Received);
        Assert.True(parsed.Synthetic);
    }

    [Theory]
    [InlineData("# received: 12.7.2025")]
    [InlineData("# synthetic: perhaps")]
    public void Parse_CommentThatCannotBeRead_IsRefused(string comment) => Assert.Equal(
        [RuleNumbers.WrongComment],
        Sample.ParseText(comment + "\n" + TidyReturns.Header + "\n" + Good + "\n").Rules());

    [Fact]
    public void Parse_HeaderOnly_HasNoFigures() =>
        Assert.Equal([RuleNumbers.NoFigures], Sample.ParseReturn().Rules());

    [Fact]
    public void Parse_DecemberReturnNamedByJanuary_IsAccepted() => Assert.False(
        Sample.Parse("return 2026-01-12.csv", TidyReturns.With(Good)).IsRefused);

    [Fact]
    public void Parse_ReturnNamedByAnEarlierYear_IsRefused() => Assert.Equal(
        [RuleNumbers.WrongYearInName], Sample.Parse("return 2024-06.csv", TidyReturns.With(Good)).Rules());

    [Fact]
    public void Parse_ManyRows_SharesOneKeyPerSeries()
    {
        ParsedFile parsed = Sample.Parse("many.csv", TidyReturns.Many(2_000));

        Assert.Equal(2_000, parsed.Figures.Count);
        Assert.Equal(20, parsed.Figures.Select(figure => figure.Series).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("zh-CN")]
    public void Parse_AnyCulture_ReadsThePoint(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            ParsedFile parsed = Sample.ParseReturn("2025-06,B001,320902,loans.all.balance,rmb_fx,\"1,234.5\",元");
            Assert.Equal([new Quantity(1234.5m, Unit.Yuan)], Values(parsed));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<Quantity?> Values(ParsedFile parsed) => parsed.Figures.Select(figure => figure.Value);
}
