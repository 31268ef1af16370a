using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources.Forms;

public sealed class FormHeadingTests
{
    private const string Month = "报表日期：2025年6月30日";
    private const string Institution = "填报机构：虚构商业银行(盐城)";
    private const string Unit = "单位：万元";
    private const string Block = "口径：境内汇总";

    [Theory]
    [InlineData("单位：元", 600_000, 0.01)]
    [InlineData("单位：人民币万元", 6_000_000_000, 100)]
    [InlineData("单位: 亿元", 60_000_000_000_000, 1_000_000)]
    [InlineData("Unit: 万元 (RMB 10,000)", 6_000_000_000, 100)]
    [InlineData("金额单位：万元、户", 6_000_000_000, 100)]
    public void Parse_StatedUnit_IsHonoured(string unit, double yuan, double step)
    {
        ParsedFile parsed = FormSample.Parse(FormSample.G01.With(Unit, unit));

        Assert.Empty(parsed.Findings);
        Assert.Equal((decimal)yuan, parsed.Value(IndicatorCodes.LoansAll, "rmb"));
        Assert.Equal((decimal)step, parsed.Forms[0].Find("62", "A")!.Step);
    }

    [Theory]
    [InlineData("")]
    [InlineData("单位：千元")]
    [InlineData("单位：万亿元")]
    public void Parse_NoUnitOrAnother_IsRefused(string unit) =>
        Assert.Equal([RuleNumbers.WrongTableUnit], FormSample.Parse(FormSample.G01.With(Unit, unit)).Rules());

    [Theory]
    [InlineData("报表日期：2025年06月30日")]
    [InlineData("报表日期：２０２５\u00a0年６月")]
    [InlineData("报告期: 2025-06")]
    [InlineData("数据日期：20250630")]
    [InlineData("报告日期：2025/6/30")]
    [InlineData("报告期：2025年1-6月")]
    [InlineData("报告期：2025年1月至6月")]
    [InlineData("Month: 2025.06")]
    public void Parse_MonthInAnyForm_IsRead(string month)
    {
        ParsedFile parsed = FormSample.Parse(FormSample.G01.With(Month, month));

        Assert.Empty(parsed.Findings);
        Assert.All(parsed.Figures, figure => Assert.Equal(FormSample.June, figure.Month));
    }

    [Theory]
    [InlineData("")]
    [InlineData("报表日期：2025.1")]
    [InlineData("报表日期：2025年13月")]
    [InlineData("报表日期：六月")]
    public void Parse_NoMonthOrADoubtfulOne_IsRefused(string month) =>
        Assert.Equal([RuleNumbers.BadMonth], FormSample.Parse(FormSample.G01.With(Month, month)).Rules());

    [Fact]
    public void Parse_MonthOnlyInTheTitle_IsRead()
    {
        ParsedFile parsed = FormSample.Parse(
            FormSample.G01.With(Month, "").With("GF0100-181-资产负债项目统计表", "GF0100-181-资产负债项目统计表-2025年6月月报"));

        Assert.Empty(parsed.Findings);
        Assert.Equal(FormSample.June, parsed.Figures[0].Month);
    }

    [Fact]
    public void Parse_TitleOfAnotherMonth_IsRefused() => Assert.Equal(
        [RuleNumbers.BadMonth],
        FormSample.Parse(FormSample.G01.With("GF0100-181-资产负债项目统计表", "GF0100 资产负债项目统计表 2025年5月")).Rules());

    [Theory]
    [InlineData("机构名称：虚构行")]
    [InlineData("填报机构： 虚构商业银行（盐城） ")]
    [InlineData("Institution: Fictional bank")]
    [InlineData("填报单位：D001")]
    public void Parse_BankByAnyOfItsNames_IsKnown(string institution)
    {
        ParsedFile parsed = FormSample.Parse(FormSample.G01.With(Institution, institution));

        Assert.Empty(parsed.Findings);
        Assert.Equal("D001", parsed.Forms[0].Bank);
    }

    [Theory]
    [InlineData("")]
    [InlineData("填报机构：别的银行")]
    public void Parse_NoKnownBankAndNobodyFiles_IsRefused(string institution) => Assert.Equal(
        [RuleNumbers.UnknownBank], FormSample.Parse(FormSample.G01.With(Institution, institution)).Rules());

    [Fact]
    public void Parse_NoBankNamed_IsTheFilingBanks()
    {
        ParsedFile parsed = FormSample.Parse(
            FormSample.Context with { Bank = "D009" }, FormSample.G01.With(Institution, ""));

        Assert.Empty(parsed.Findings);
        Assert.All(parsed.Figures, figure => Assert.Equal("D009", figure.Series.Bank));
    }

    [Fact]
    public void Parse_UnknownBankNamedByAFilingBank_AsksForAReason()
    {
        ParsedFile parsed = FormSample.Parse(
            FormSample.Context with { Bank = "D009" }, FormSample.G01.With(Institution, "填报机构：别的银行"));

        Finding finding = Assert.Single(parsed.Findings);
        Assert.Equal((RuleNumbers.InstitutionUnknown, "别的银行"), (finding.Rule, finding.Found));
        Assert.False(parsed.IsRefused);
    }

    [Fact]
    public void Parse_FormOfAnotherBank_IsRefused()
    {
        ParsedFile parsed = FormSample.Parse(FormSample.Context with { Bank = "D009" }, FormSample.G01);

        Finding finding = Assert.Single(parsed.Findings);
        Assert.Equal((RuleNumbers.UnknownBank, "D009"), (finding.Rule, finding.Expected));
        Assert.EndsWith(" = D001", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_CountyNamed_IsTheArea()
    {
        ParsedFile county = FormSample.Parse(FormSample.G01.With("口径：境内汇总", "地区：射阳县"));
        ParsedFile nowhere = FormSample.Parse(FormSample.G01.With("口径：境内汇总", "地区：某县"));
        ParsedFile given = FormSample.Parse(
            FormSample.Context with { Region = "320924", Regions = [] }, FormSample.G01);

        Assert.Equal("320924", county.Figures[0].Series.Region);
        Assert.Equal([RuleNumbers.UnknownRegion], nowhere.Rules());
        Assert.Equal("320924", given.Figures[0].Series.Region);
    }

    [Fact]
    public void Parse_StackedBlocks_OnlyTheDomesticOneGivesFigures()
    {
        IReadOnlyList<IReadOnlyList<string>> stacked =
        [
            .. FormSample.S71,
            ["口径：法人汇总"],
            .. FormSample.S71.Skip(3).Select(row => row.Select(text => text == "100000" ? "999999" : text).ToList()),
        ];

        ParsedFile parsed = FormSample.Parse(stacked);

        Assert.Empty(parsed.Findings);
        Assert.Equal(["境内汇总", "法人汇总"], parsed.Forms.Select(form => form.Block));
        Assert.Equal(1_500_000_000m, parsed.Value(IndicatorCodes.LoansInclusiveMse, "nfra"));
        Assert.Equal(9_999_990_000m, parsed.Forms[1].Find("1", "A5")!.Value!.Value.Number);
    }

    [Fact]
    public void Parse_BlocksOnSheets_AreKnownByTheNamesOfTheSheets()
    {
        IReadOnlyList<IReadOnlyList<string>> rows = FormSample.G01.With(Block, "");

        ParsedFile parsed = FormSample.Parse(
            FormSample.Context, [new SampleSheet("G01_合并", rows), new SampleSheet("G01_境内汇总数据", rows)]);

        Assert.Empty(parsed.Findings);
        Assert.Equal(["合并", "境内汇总"], parsed.Forms.Select(form => form.Block));
        Assert.All(parsed.Figures, figure => Assert.Equal("G01_境内汇总数据", figure.Cell.Sheet));
    }

    [Fact]
    public void Parse_OnlyAConsolidatedBlock_HoldsNoFigure() =>
        Assert.Equal([RuleNumbers.NoFigures], FormSample.Parse(FormSample.G01.With(Block, "口径：合并")).Rules());

    [Fact]
    public void Parse_SameFormTwice_IsRefusedWhenItContradictsItself()
    {
        Assert.Equal(
            Enumerable.Repeat(RuleNumbers.RepeatedRow, 4), FormSample.Parse(FormSample.G01, FormSample.G01).Rules());
        Assert.Contains(
            RuleNumbers.ContradictingRows,
            FormSample.Parse(FormSample.G01, FormSample.G01.With("610000", "610001")).Rules());
    }

    [Theory]
    [InlineData("S71_II 普惠金融重点领域贷款情况表")]
    [InlineData("普惠金融重点领域贷款情况表（第二部分：涉农）")]
    [InlineData("S71_I 普惠金融重点领域贷款情况表按季报送。")]
    [InlineData("S71_I_1..A5.2021")]
    [InlineData("普惠型小微企业贷款情况（季度）")]
    public void Parse_AnotherHeading_IsNotTheForm(string title) => Assert.Equal(
        [RuleNumbers.UnknownLayout], FormSample.Parse(FormSample.S71.With("S71_I 普惠金融重点领域贷款情况表", title)).Rules());

    [Theory]
    [InlineData("SF7101-231-普惠金融重点领域贷款情况表")]
    [InlineData("普惠金融重点领域贷款情况表　第Ⅰ部分")]
    [InlineData("普惠金融重点领域贷款情况表 第一部分")]
    [InlineData("表号：Ｓ７１_Ⅰ")]
    [InlineData("Loans in key areas of inclusive finance")]
    public void Parse_NumberOrTitle_IsTheForm(string title) => Assert.Equal(
        LayoutNames.NfraS71I, FormSample.Parse(FormSample.S71.With("S71_I 普惠金融重点领域贷款情况表", title)).Layout);

    [Theory]
    [InlineData("S71_I_2025.xlsx", false)]
    [InlineData("12月报表-2026.xlsx", false)]
    [InlineData("S71_I_2023.xlsx", true)]
    public void Parse_YearInTheName_MayOnlyConfirm(string name, bool refused)
    {
        byte[] file = Workbooks.SaveXlsx([new SampleSheet("S71", FormSample.S71)]);

        Assert.Equal(refused, SourceParser.Parse(new SourceFile(name, file), FormSample.Context).IsRefused);
    }

    [Fact]
    public void Parse_FiledForAnotherMonth_IsRefused() => Assert.Equal(
        [RuleNumbers.MonthNotInFile],
        FormSample.Parse(FormSample.Context with { Month = new YearMonth(2025, 7) }, FormSample.S71).Rules());

    [Fact]
    public void Parse_MarkedAsMadeUp_IsSynthetic()
    {
        Assert.True(FormSample.Parse([.. FormSample.S71, ["# synthetic: true"]]).Synthetic);
        Assert.False(FormSample.Parse(FormSample.S71).Synthetic);
    }
}
