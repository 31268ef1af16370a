using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Tests.Sources.Forms;

public sealed class FormRowsTests
{
    private const decimal Wan = 10_000m;
    private const string Enterprises = "1.普惠型小微企业法人贷款";
    private const string Persons = "3.普惠型个体工商户和小微企业主贷款";

    [Theory]
    [InlineData("普惠型小微企业法人贷款")]
    [InlineData("1．普惠型小微企业法人贷款（单户授信总额3000万元以下）")]
    [InlineData("一、普惠型小微企业\u00a0法人贷款")]
    [InlineData("S71_I_1. 普惠型小微企业法人贷款")]
    [InlineData("1. Inclusive loans to small and micro enterprises")]
    [InlineData("1.去年改名的一行")]
    public void Parse_RowByCodeOrLabel_IsFound(string label)
    {
        ParsedFile parsed = FormSample.Parse(FormSample.S71.With(Enterprises, label));

        Assert.Empty(parsed.Findings);
        Assert.Equal(150_000m * Wan, parsed.Value(IndicatorCodes.LoansInclusiveMse, "nfra"));
    }

    [Fact]
    public void Parse_RowsInAnotherOrder_AreTheSame()
    {
        IReadOnlyList<IReadOnlyList<string>> rows = FormSample.S71;

        ParsedFile parsed = FormSample.Parse([.. rows.Take(4), .. rows.Skip(4).Reverse()]);

        Assert.Empty(parsed.Findings);
        Assert.Equal(150_000m * Wan, parsed.Value(IndicatorCodes.LoansInclusiveMse, "nfra"));
    }

    [Fact]
    public void Parse_CodeAndLabelOfDifferentRows_IsRefused()
    {
        ParsedFile parsed = FormSample.Parse(FormSample.S71.With(Enterprises, "1.普惠型个体工商户和小微企业主贷款"));

        Assert.Equal([RuleNumbers.UnknownRow, RuleNumbers.MissingRow], parsed.Rules());
    }

    [Fact]
    public void Parse_LabelThatAlsoHoldsTheNameOfTheCodedRow_IsRefused()
    {
        ParsedFile parsed = FormSample.Parse(FormSample.S71.With(Persons, "3.2普惠型个体工商户和小微企业主贷款"));

        Assert.Equal([RuleNumbers.UnknownRow, RuleNumbers.MissingRow], parsed.Rules());
    }

    // Both rows are called 创业担保贷款 in short; neither is needed for a figure.
    [Fact]
    public void Parse_SameLabelBelowAnotherRow_IsNotMistaken()
    {
        IReadOnlyList<string> below = ["其中：创业担保贷款", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1"];
        IReadOnlyList<string> coded = ["3.3其中：创业担保贷款", .. below.Skip(1)];

        ParsedFile byLabel = FormSample.Parse([.. FormSample.S71.SkipLast(1), below]);
        ParsedFile byCode = FormSample.Parse([.. FormSample.S71.SkipLast(1), coded]);

        Assert.Empty(byLabel.Findings);
        Assert.Null(byLabel.Forms[0].Find("1.3", "A5"));
        Assert.Empty(byCode.Findings);
        Assert.Equal(Wan, byCode.Forms[0].Find("3.3", "A5")!.Value!.Value.Number);
    }

    // The rows are counted 61, 62, 63: these numbers say nothing, the labels do.
    [Fact]
    public void Parse_ColumnThatCountsTheRows_IsNoCode()
    {
        ParsedFile parsed = FormSample.Parse(
        [
            ["G01 资产负债项目统计表"], .. FormSample.Heading,
            ["序号", "项目", "A", "B", "C"],
            ["61", "应付利息", "1", "1", "2"], ["62", "各项存款", "800", "200", "1000"], ["63", "各项贷款", "600", "100", "700"],
        ]);

        Assert.Empty(parsed.Findings);
        Assert.Equal(1_000m * Wan, parsed.Value("deposits.all.balance", "rmb_fx"));
        Assert.Equal(700m * Wan, parsed.Value(IndicatorCodes.LoansAll, "rmb_fx"));
    }

    [Fact]
    public void Parse_ColumnOfCodes_NeedsNoLabels()
    {
        ParsedFile parsed = FormSample.Parse(
        [
            ["G01 资产负债项目统计表"], .. FormSample.Heading,
            ["项目代码", "A", "B", "C"], ["61", "800", "200", "1000"], ["62.", "600", "100", "700"],
        ]);

        Assert.Empty(parsed.Findings);
        Assert.Equal(700m * Wan, parsed.Value(IndicatorCodes.LoansAll, "rmb_fx"));
    }

    [Fact]
    public void Parse_ColumnsOnlyByName_AreFoundBelowTheirGroups()
    {
        const string Part = "1000万元(含)以下不含票据融资";
        ParsedFile parsed = FormSample.Parse(
        [
            ["普惠金融重点领域贷款情况表"], .. FormSample.Heading,
            ["项目", "贷款余额", "", "贷款余额户数", "不良贷款", "", "当年累放贷款额", "当年累放贷款年化利息收益"],
            ["", "合计", Part, Part, "合计", Part, Part, Part],
            [Enterprises, "9", "100000", "300", "8", "1000", "60000", "2400"],
            [Persons, "9", "50000", "700", "8", "500", "40000", "1600"],
        ]);

        Assert.Empty(parsed.Findings);
        Assert.Equal(150_000m * Wan, parsed.Value(IndicatorCodes.LoansInclusiveMse, "nfra"));
        Assert.Equal(1_500m * Wan, parsed.Value(IndicatorCodes.LoansInclusiveMseNpl, "nfra"));
        Assert.Equal(8m * Wan, parsed.Forms[0].Find("1", "C")!.Value!.Value.Number);
    }
}
