using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Tests.Sources.Forms;

public sealed class FormCellListTests
{
    private const decimal Wan = 10_000m;

    private static readonly IReadOnlyList<IReadOnlyList<string>> s_s71 =
    [
        ["S71_I 普惠金融重点领域贷款情况表"],
        .. FormSample.Heading,
        ["指标代码", "指标名称", "数值"],
        ["S71_I_1..A5.2021", "普惠型小微企业法人贷款余额", "100000"], ["S71_I_3..A5.2021", "", "50000"],
        ["S71_I_1..B5.2021", "", "300"], ["S71_I_3..B5.2021", "", "700"],
        ["S71_I_1..C5.2021", "", "1000"], ["S71_I_3..C5.2021", "", "500"],
        ["S71_I_1..D5.2021", "", "60000"], ["S71_I_3..D5.2021", "", "40000"],
        ["S71_I_1..F5.2021", "", "2400"], ["S71_I_3..F5.2021", "", "1600"],
        ["S71_I_1.a.A5.2025", "", "7"], ["S71_I_99.A5", "", "8"], ["S63_I_15.C", "", "9"],
    ];

    [Fact]
    public void Parse_ListOfCells_IsReadByTheirCodes()
    {
        ParsedFile parsed = FormSample.Parse(s_s71);

        Assert.Empty(parsed.Findings);
        Assert.Equal(150_000m * Wan, parsed.Value(IndicatorCodes.LoansInclusiveMse, "nfra"));
        Assert.Equal(1_000m, parsed.Value("loans.inclusive_mse.borrowers", "nfra"));
        Assert.Equal(7m * Wan, parsed.Forms[0].Find("1.a", "A5")!.Value!.Value.Number);
        Assert.Equal(11, parsed.Forms[0].Cells.Count);
    }

    [Fact]
    public void Parse_ListWithoutANeededCell_NamesIt()
    {
        Finding finding = Assert.Single(FormSample.Parse(s_s71.Without("S71_I_3..C5.2021")).Findings);

        Assert.Equal((RuleNumbers.MissingRow, "3.C5"), (finding.Rule, finding.Expected));
    }

    [Fact]
    public void Parse_ListWithACellTwice_IsRefused() => Assert.Equal(
        [RuleNumbers.UnknownRow], FormSample.Parse([.. s_s71, ["S71_I_1..A5.2021", "", "100000"]]).Rules());

    // 6 and 10 are rows of the publisher's sheet, which may move: only the labels say what stands there.
    [Fact]
    public void Parse_CodesOfSheetRows_AreReadByTheirLabels()
    {
        ParsedFile parsed = FormSample.Parse(
        [
            ["GF0102-201-贷款质量五级分类情况简表"],
            .. FormSample.Heading,
            ["代码", "项目", "值"],
            ["GF0102_6_A", "各项贷款", "600000"], ["GF0102_6_C", "各项贷款", "610000"],
            ["GF0102_10_A", "2.不良贷款", "8000"], ["GF0102_10_C", "2.不良贷款", "8100"],
        ]);

        Assert.Empty(parsed.Findings);
        Assert.Equal(8_000m * Wan, parsed.Value(IndicatorCodes.LoansAllNpl, "rmb"));
        Assert.Equal(8_100m * Wan, parsed.Value(IndicatorCodes.LoansAllNpl, "rmb_fx"));
    }
}
