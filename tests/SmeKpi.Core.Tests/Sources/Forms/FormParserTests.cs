using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources.Forms;

public sealed class FormParserTests
{
    private const decimal Wan = 10_000m;

    [Fact]
    public void Parse_S71_AddsEnterprisesAndPersonsOfTheSupervisedScope()
    {
        ParsedFile parsed = FormSample.Parse(FormSample.S71);

        Assert.Empty(parsed.Findings);
        Assert.Equal(LayoutNames.NfraS71I, parsed.Layout);
        Assert.Equal(150_000m * Wan, parsed.Value(IndicatorCodes.LoansInclusiveMse, "nfra"));
        Assert.Equal(1_000m, parsed.Value("loans.inclusive_mse.borrowers", "nfra"));
        Assert.Equal(1_500m * Wan, parsed.Value(IndicatorCodes.LoansInclusiveMseNpl, "nfra"));
        Assert.Equal(100_000m * Wan, parsed.Value("loans.inclusive_mse.granted_ytd", "nfra"));
        Assert.Equal(4_000m * Wan, parsed.Value("loans.inclusive_mse.interest_ytd", "nfra"));
        Assert.All(parsed.Figures, figure => Assert.Equal(
            ("D001", "320900", FormSample.June), (figure.Series.Bank, figure.Series.Region, figure.Month)));
    }

    [Fact]
    public void Parse_G01_GivesLoansAndDepositsInBothScopes()
    {
        ParsedFile parsed = FormSample.Parse(FormSample.G01);

        Assert.Empty(parsed.Findings);
        Assert.Equal(LayoutNames.NfraG01, parsed.Layout);
        Assert.Equal(800_000m * Wan, parsed.Value("deposits.all.balance", "rmb"));
        Assert.Equal(820_000m * Wan, parsed.Value("deposits.all.balance", "rmb_fx"));
        Assert.Equal(600_000m * Wan, parsed.Value(IndicatorCodes.LoansAll, "rmb"));
        Assert.Equal(610_000m * Wan, parsed.Value(IndicatorCodes.LoansAll, "rmb_fx"));
    }

    [Fact]
    public void Parse_G01II_KnowsRowsByLabelWhateverTheirNumbers()
    {
        ParsedFile parsed = FormSample.Parse(FormSample.G01II);

        Assert.Empty(parsed.Findings);
        Assert.Equal(LayoutNames.NfraG01II, parsed.Layout);
        Assert.Equal(8_000m * Wan, parsed.Value(IndicatorCodes.LoansAllNpl, "rmb_fx"));
        Assert.Equal(8_000m * Wan, parsed.Value(IndicatorCodes.LoansAllNpl, "rmb"));
        Assert.Equal(12_000m * Wan, parsed.Forms[0].Find("1.1.2", "C")!.Value!.Value.Number);
    }

    [Fact]
    public void Parse_S63_AddsSmallAndMicro()
    {
        ParsedFile parsed = FormSample.Parse(FormSample.S63);

        Assert.Empty(parsed.Findings);
        Assert.Equal(LayoutNames.NfraS63I, parsed.Layout);
        Assert.Equal(200_000m * Wan, parsed.Value("loans.mse.balance", "rmb_fx"));
        Assert.Equal(400m * Wan, parsed.Forms[0].Find("1.1.3", "D")!.Value!.Value.Number);
    }

    [Fact]
    public void Parse_Cell_KnowsItsStepAndItsPlace()
    {
        FormSheet form = Assert.Single(FormSample.Parse(FormSample.S71).Forms);

        FormCell balance = form.Find("3", "A5")!;
        Assert.Equal((100m, "Sheet1!R7C7"), (balance.Step, balance.Cell.ToString()));
        Assert.Equal(1m, form.Find("3", "B5")!.Step);
        Assert.Equal(("S71_I", "境内汇总", "D001"), (form.Form, form.Block, form.Bank));
        Assert.Null(form.Find("9", "A5"));
    }

    [Fact]
    public void Parse_SeveralFormsInOneWorkbook_AreOneFile()
    {
        ParsedFile parsed =
            FormSample.Parse([["填报说明"]], FormSample.S71, FormSample.G01, FormSample.G01II, FormSample.S63);

        Assert.Empty(parsed.Findings);
        Assert.Equal(LayoutNames.Nfra1104, parsed.Layout);
        Assert.Equal(["S71_I", "G01", "G01_II", "S63_I"], parsed.Forms.Select(form => form.Form));
        Assert.Equal(12, parsed.Figures.Count);
    }

    [Fact]
    public void Parse_EmptyCell_LeavesTheFigureUnreportedAndZeroIsAValue()
    {
        ParsedFile empty = FormSample.Parse(FormSample.S71.With("50000", "").With("50000", "").With("50000", ""));
        ParsedFile zero = FormSample.Parse(FormSample.S71.With("1600", "0"));

        Assert.Null(empty.Value(IndicatorCodes.LoansInclusiveMse, "nfra"));
        Assert.Null(empty.Forms[0].Find("3", "A5")!.Value);
        Assert.Equal(2_400m * Wan, zero.Value("loans.inclusive_mse.interest_ytd", "nfra"));
    }

    [Fact]
    public void Parse_FormulaAndTextNumbers_AreReadByTheirValues()
    {
        ParsedFile parsed = FormSample.Parse(
            FormSample.G01.With("800000", "=D6-E6|800000").With("610000", "'６１０，０００.００")
                .With("820000", "' 820,000.00 "));

        Assert.Empty(parsed.Findings);
        Assert.Equal(800_000m * Wan, parsed.Value("deposits.all.balance", "rmb"));
        Assert.Equal(820_000m * Wan, parsed.Value("deposits.all.balance", "rmb_fx"));
        Assert.Equal(610_000m * Wan, parsed.Value(IndicatorCodes.LoansAll, "rmb_fx"));
    }

    [Theory]
    [InlineData("约六万")]
    [InlineData("1,5")]
    public void Parse_CellWithoutANumber_IsRefusedWithItsCell(string text)
    {
        ParsedFile parsed = FormSample.Parse(FormSample.G01.With("600000", text));

        Finding finding = Assert.Single(parsed.Findings);
        Assert.Equal(RuleNumbers.BadNumber, finding.Rule);
        Assert.Equal((text, "Sheet1!R7C3"), (finding.Found, finding.Cell.ToString()));
        Assert.Empty(parsed.Figures);
    }

    [Fact]
    public void Parse_ErrorCell_IsRefusedWithItsCell()
    {
        IReadOnlyList<SampleSheet> sheets =
            [new("说明", [["#REF!"]]), new("G01", FormSample.G01.With("600000", "#REF!"))];

        Finding finding = Assert.Single(FormSample.Parse(FormSample.Context, sheets).Findings);

        Assert.Equal(RuleNumbers.BadNumber, finding.Rule);
        Assert.Equal(("#REF!", "G01!R7C3"), (finding.Found, finding.Cell.ToString()));
    }

    [Fact]
    public void Parse_HalfABorrower_IsRefused() =>
        Assert.Equal([RuleNumbers.BadNumber], FormSample.Parse(FormSample.S71.With("700", "700.5")).Rules());

    [Fact]
    public void Parse_NeededRowMissing_IsRefusedByName()
    {
        ParsedFile parsed = FormSample.Parse(FormSample.S71.Without("3.普惠型个体工商户和小微企业主贷款"));

        Finding finding = Assert.Single(parsed.Findings);
        Assert.Equal((RuleNumbers.MissingRow, "3 普惠型个体工商户和小微企业主贷款"), (finding.Rule, finding.Expected));
    }

    [Fact]
    public void Parse_NeededColumnMissing_IsRefusedByName()
    {
        ParsedFile parsed = FormSample.Parse(FormSample.S71.With("C5", "备注"));

        Finding finding = Assert.Single(parsed.Findings);
        Assert.Equal(RuleNumbers.WrongHeader, finding.Rule);
        Assert.StartsWith("C5 ", finding.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_FormWithoutHeadingsOfColumns_IsRefused()
    {
        ParsedFile parsed = FormSample.Parse([["S71_I 普惠金融重点领域贷款情况表"], ["1.普惠型小微企业法人贷款", "1", "2"]]);

        Assert.Equal([RuleNumbers.WrongHeader], parsed.Rules());
        Assert.Equal(LayoutNames.NfraS71I, parsed.Layout);
    }

    [Fact]
    public void Parse_ColumnTwice_IsRefused() =>
        Assert.Contains(RuleNumbers.WrongHeader, FormSample.Parse(FormSample.S71.With("A4", "A5")).Rules());

    [Fact]
    public void Parse_RowTwice_IsRefused()
    {
        ParsedFile parsed = FormSample.Parse([.. FormSample.G01, ["62.各项贷款", "", "600000", "10000", "610000"]]);

        Assert.Equal([RuleNumbers.UnknownRow], parsed.Rules());
    }

    [Fact]
    public void Parse_SheetFarLargerThanAnyForm_IsRefusedUnread()
    {
        IReadOnlyList<string> wide = [.. Enumerable.Repeat("大型企业", 250)];

        byte[] xlsx = Workbooks.SaveXlsx([new SampleSheet("G01", [["G01"], .. Enumerable.Repeat(wide, 401)])]);

        ParsedFile parsed = SourceParser.Parse(new SourceFile("a.xlsx", xlsx), FormSample.Context);

        Assert.Equal([RuleNumbers.TooLarge], parsed.Rules());
    }
}
