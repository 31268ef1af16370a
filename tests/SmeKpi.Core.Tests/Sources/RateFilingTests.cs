using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;
using static SmeKpi.SampleData.RateFilings;

namespace SmeKpi.Core.Tests.Sources;

public sealed class RateFilingTests
{
    private static readonly RateFilings s_filing = new();

    private static readonly SourceContext s_context = Sample.Context with
    {
        Region = "320900",
        Banks = [Validation.Check.Bank("B1", null, null) with { Aliases = ["虚构行", BankCode] }],
    };

    [Fact]
    public void Parse_Filing_GivesAmountAndInterestOfTheMonth()
    {
        ParsedFile parsed = Parse(s_filing.Save());

        Assert.Empty(parsed.Findings);
        Assert.Equal(LayoutNames.RateFiling, parsed.Layout);
        Assert.Equal(2, parsed.Figures.Count);
        AssertFigure(parsed, IndicatorCodes.LoansCorporateGranted, 4_000_000m, 8);
        AssertFigure(parsed, IndicatorCodes.LoansCorporateInterest, 180_000m, 10);
    }

    [Fact]
    public void Parse_EmptyTypes_GiveZero()
    {
        ParsedFile parsed = Parse(s_filing.With(Base).With(Balance).With(Disbursement).Save());

        Assert.Empty(parsed.Findings);
        Assert.All(parsed.Figures, figure => Assert.Equal(0m, figure.Value!.Value.Number));
    }

    [Fact]
    public void Parse_TwoParts_AreAddedTogether()
    {
        ParsedFile parsed = Parse(s_filing.Without(Disbursement)
            .And(Disbursement, 2, 2, DisbursementRow("R2", "T2", "3000000", "5"))
            .And(Disbursement, 1, 2, DisbursementRow("R1", "T1", "1000000", "3")).Save());

        Assert.Empty(parsed.Findings);
        AssertFigure(parsed, IndicatorCodes.LoansCorporateInterest, 180_000m, 10);
    }

    [Fact]
    public void Parse_MissingPart_IsRefused()
    {
        RateFilings filing = s_filing.Without(Disbursement)
            .And(Disbursement, 1, 2, DisbursementRow("R1", "T1", "1000000", "3"));

        Finding finding = AssertRefused(RuleNumbers.MissingPackage, filing.Save());

        Assert.Equal(("DWDKFK: 1/2", "1 .. 2"), (finding.Found, finding.Expected));
    }

    [Theory]
    [InlineData(Base)]
    [InlineData(Balance)]
    [InlineData(Disbursement)]
    public void Parse_MissingType_IsRefused(string type) => Assert.Equal(
        type, AssertRefused(RuleNumbers.MissingPackage, s_filing.Without(type).Save()).Expected);

    [Fact]
    public void Parse_OnePackageAsXml_IsReadAndMissesTheOthers()
    {
        ParsedFile parsed = Parse("DWDKFK.xml", s_filing.Xml(2));

        Assert.Equal([RuleNumbers.MissingPackage, RuleNumbers.MissingPackage], parsed.Rules());
    }

    [Fact]
    public void Parse_DisbursementWithoutBaseRow_IsRefusedWithItsLine()
    {
        Finding finding = AssertRefused(RuleNumbers.BaseRowMissing, s_filing.With(
            Disbursement, DisbursementRow("R1", "T1", "1", "3"), DisbursementRow("R9", "T2", "1", "3")).Save());

        Assert.Equal(("R9", new SourceCell(TextName(Disbursement), 2, 2)), (finding.Found, finding.Cell!.Value));
    }

    [Theory]
    [InlineData(RuleNumbers.BaseRowMissing, "R1", "1", "3", "CNY", "20250612", "C9")]
    [InlineData(RuleNumbers.OutsidePeriod, "R1", "1", "3", "CNY", "20250531", "C1")]
    [InlineData(RuleNumbers.BadMonth, "R1", "1", "3", "CNY", "20250631", "C1")]
    [InlineData(RuleNumbers.BadNumber, "R1", "-1", "3", "CNY", "20250612", "C1")]
    [InlineData(RuleNumbers.BadNumber, "R1", "", "3", "CNY", "20250612", "C1")]
    [InlineData(RuleNumbers.BadNumber, "R1", "1", "x", "CNY", "20250612", "C1")]
    [InlineData(RuleNumbers.RateOutOfRange, "R1", "1", "300", "CNY", "20250612", "C1")]
    [InlineData(RuleNumbers.RateOutOfRange, "R1", "1", "0.03", "CNY", "20250612", "C1")]
    public void Parse_WrongRow_IsRefused(
        string rule, string receipt, string amount, string rate, string currency, string day, string customer) => Assert.Contains(
            rule, Parse(s_filing.With(
                Disbursement, DisbursementRow(receipt, "T1", amount, rate, currency, day, customer)).Save()).Rules());

    [Fact]
    public void Parse_SameTransactionTwice_IsRefused() => AssertRefused(RuleNumbers.RepeatedReceipt, s_filing.With(
        Disbursement, DisbursementRow("R1", "T1", "1", "3"), DisbursementRow("R1", "T1", "1", "3")).Save());

    [Fact]
    public void Parse_SameReceiptTwiceInTheBase_IsRefused() =>
        AssertRefused(RuleNumbers.RepeatedReceipt, s_filing.With(Base, BaseRow("R1"), BaseRow("R1")).Save());

    [Theory]
    [InlineData("a|@|b")]
    [InlineData("")]
    public void Parse_RowWithAnotherNumberOfFields_IsRefused(string row) =>
        AssertRefused(RuleNumbers.FieldCount, s_filing.With(Balance, row, BalanceRow("R1", "80")).Save());

    [Fact]
    public void Parse_ForeignCurrency_IsLeftOutAndSaid()
    {
        ParsedFile parsed = Parse(s_filing.With(
            Disbursement, DisbursementRow("R1", "T1", "1000000", "3"), DisbursementRow("R2", "T2", "1", "5", "USD")).Save());

        Finding finding = Assert.Single(parsed.Findings);
        Assert.Equal((RuleNumbers.ForeignLeftOut, "USD", 2), (finding.Rule, finding.Found, finding.Cell!.Value.Row));
        AssertFigure(parsed, IndicatorCodes.LoansCorporateGranted, 1_000_000m, 8);
    }

    [Fact]
    public void Parse_BillFinancing_IsLeftOutAndCounted()
    {
        ParsedFile parsed = Parse(s_filing.With(Base, BaseRow("R1"), BaseRow("R2", "F0611")).Save());

        Assert.Equal("1 × F06…, Σ 3000000.00", Assert.Single(parsed.Findings).Found);
        AssertFigure(parsed, IndicatorCodes.LoansCorporateGranted, 1_000_000m, 8);
        AssertFigure(parsed, IndicatorCodes.LoansCorporateInterest, 30_000m, 10);
    }

    [Fact]
    public void Parse_RateFarFromItsBase_IsAsked() => Assert.Equal([RuleNumbers.SpreadIsOdd], Parse(s_filing.With(
        Disbursement, DisbursementRow("R1", "T1", "1000", "11.50000"), DisbursementRow("R2", "T2", "1000", "11")).Save()).Rules());

    [Theory]
    [InlineData("GRDKFK", null)]
    [InlineData("PJTXFS", null)]
    [InlineData("XXXXXX", RuleNumbers.UnknownPackageType)]
    public void Parse_TypeThatIsNotNeeded_IsSkipped(string type, string? rule)
    {
        ParsedFile parsed = Parse(s_filing.And(type, 1, 1, "anything").Save());

        Assert.Equal(rule, parsed.Findings.SingleOrDefault()?.Rule);
        Assert.Equal(2, parsed.Figures.Count);
    }

    [Theory]
    [InlineData("rownum")]
    [InlineData("totalrownum")]
    [InlineData("bankcode")]
    [InlineData("reporttaskdate")]
    [InlineData("reportflag")]
    [InlineData("separateseq")]
    public void Parse_FieldThatContradictsTheContent_IsRefused(string field)
    {
        string xml = Encoding.UTF8.GetString(s_filing.Xml(0));
        int at = xml.IndexOf($"<{field}>", StringComparison.Ordinal) + field.Length + 2;
        byte[] changed = Encoding.UTF8.GetBytes(xml.Remove(at, 1).Insert(at, "7"));

        ParsedFile parsed = Parse(Zip(("a.xml", changed), ("b.xml", s_filing.Xml(1)), ("c.xml", s_filing.Xml(2))));

        Assert.True(parsed.IsRefused);
        Assert.Contains(parsed.Findings[0].Rule, (string[])[
            RuleNumbers.PackageContradiction, RuleNumbers.BrokenPackage, RuleNumbers.MissingPackage]);
    }

    [Fact]
    public void Parse_TextNamedAfterAnotherBank_IsRefused()
    {
        byte[] inner = Zip(($"OTHERBANK00001_{Disbursement}_{Date}_1_1.txt", Encoding.UTF8.GetBytes(DisbursementRow("R1", "T1", "1", "3"))));
        byte[] xml = Xml(Disbursement, Convert.ToBase64String(inner), 1, 1);

        AssertRefused(
            RuleNumbers.PackageContradiction, Zip(("a.xml", xml), ("b.xml", s_filing.Xml(0)), ("c.xml", s_filing.Xml(1))));
    }

    [Fact]
    public void Parse_UnknownBankCode_IsTheFilingBankOrRefused()
    {
        SourceContext nobody = s_context with { Banks = [] };

        Assert.Equal("B7", SourceParser.Parse(File(), nobody with { Bank = "B7" }).Figures[0].Series.Bank);
        Assert.Contains(RuleNumbers.UnnamedBank, SourceParser.Parse(File(), nobody).Rules());
        Assert.Contains(RuleNumbers.PackageContradiction, SourceParser.Parse(File(), s_context with { Bank = "B7" }).Rules());
    }

    [Fact]
    public void Parse_NoRegion_IsTheOnlyCityOrRefused()
    {
        SourceContext nowhere = s_context with { Region = null };

        Assert.Contains(RuleNumbers.UnnamedRegion, SourceParser.Parse(File(), nowhere).Rules());
        Assert.Equal("320900", SourceParser.Parse(
            File(), nowhere with { Regions = [.. Validation.Check.Master.Regions] }).Figures[0].Series.Region);
    }

    [Fact]
    public void Parse_OtherMonthThanFiledFor_IsRefused() => Assert.Equal(
        [RuleNumbers.MonthNotInFile], SourceParser.Parse(File(), s_context with { Month = new YearMonth(2025, 7) }).Rules());

    internal static ParsedFile Parse(byte[] content) => Parse("报备.zip", content);

    private static ParsedFile Parse(string name, byte[] content) => SourceParser.Parse(new SourceFile(name, content), s_context);

    private static SourceFile File() => new("a.zip", s_filing.Save());

    private static void AssertFigure(ParsedFile parsed, string indicator, decimal yuan, int column)
    {
        Figure figure = parsed.Figures.Single(each => each.Series.Indicator == indicator);
        Assert.Equal(new SeriesKey(indicator, "-", "B1", "320900"), figure.Series);
        Assert.Equal((yuan, new YearMonth(2025, 6)), (figure.Value!.Value.Number, figure.Month));
        Assert.Equal((1, column), (figure.Cell.Row, figure.Cell.Column));
    }

    private static Finding AssertRefused(string rule, byte[] content)
    {
        ParsedFile parsed = Parse(content);
        Assert.True(parsed.IsRefused);
        Assert.Empty(parsed.Figures);
        return Assert.Single(parsed.Findings, finding => finding.Rule == rule);
    }
}
