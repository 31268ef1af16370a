using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources.Forms;

/// <summary>Made-up forms of a fictional bank with round numbers, and what is needed to read them.</summary>
internal static class FormSample
{
    public const string Bank = "虚构商业银行（盐城）";

    public static IndicatorCatalog Indicators { get; } = IndicatorCatalog.LoadFrom(SeedData.Folder);

    public static FormCatalog Forms { get; } = FormCatalog.LoadFrom(SeedData.Folder, Indicators);

    public static SourceContext Context { get; } = new(Indicators.ByCode)
    {
        Forms = Forms,
        Banks = [new("D001", new(Bank, "Fictional Bank"), BankType.City, true, null, null, null, ["虚构行"])],
        Regions =
        [
            new("320900", new("盐城市", "Yancheng"), null, RegionKind.City),
            new("320924", new("射阳县", "Sheyang"), "320900", RegionKind.County),
        ],
    };

    public static IReadOnlyList<IReadOnlyList<string>> Heading { get; } =
        [["填报机构：虚构商业银行(盐城)", "", "报表日期：2025年6月30日", "单位：万元"], ["口径：境内汇总"]];

    /// <summary>S71_I with the codes of its columns: 1 and 3 hold 100,000 and 50,000 万元 in A5.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> S71 { get; } =
    [
        ["S71_I 普惠金融重点领域贷款情况表"],
        .. Heading,
        ["项目", "A", "A1", "A2", "A3", "A4", "A5", "B5", "C5", "D5", "F5"],
        ["1.普惠型小微企业法人贷款", "130000", "40000", "30000", "40000", "20000", "100000", "300", "1000", "60000", "2400"],
        ["  1.1 其中：涉农贷款", "9000", "3000", "3000", "3000", "0", "9000", "30", "90", "5000", "200"],
        ["3.普惠型个体工商户和小微企业主贷款", "50000", "50000", "0", "0", "0", "50000", "700", "500", "40000", "1600"],
        ["9.今年新增的一行", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
    ];

    public static IReadOnlyList<IReadOnlyList<string>> G01 { get; } =
    [
        ["GF0100-181-资产负债项目统计表"],
        .. Heading,
        ["项目", "", "人民币", "外币折人民币", "本外币合计"],
        ["", "", "A", "B", "C"],
        ["61.各项存款", "", "800000", "20000", "820000"],
        ["62.各项贷款", "", "600000", "10000", "610000"],
    ];

    public static IReadOnlyList<IReadOnlyList<string>> G01II { get; } =
    [
        ["G01_II 附注第Ⅱ部分：贷款质量五级分类情况简表"],
        .. Heading,
        ["项目", "人民币", "外币折人民币", "本外币合计"],
        ["各项贷款", "600000", "10000", "610000"],
        ["1.正常贷款", "592000", "10000", "602000"],
        ["1.1正常类贷款", "580000", "10000", "590000"],
        ["1.2关注类贷款", "12000", "0", "12000"],
        ["2.不良贷款", "8000", "0", "8000"],
        ["2.1次级类贷款", "5000", "0", "5000"],
        ["2.2可疑类贷款", "2000", "0", "2000"],
        ["2.3损失类贷款", "1000", "0", "1000"],
    ];

    public static IReadOnlyList<IReadOnlyList<string>> S63 { get; } =
    [
        ["SF6301-201-大中小微型企业贷款情况表"],
        .. Heading,
        ["项目编号", "项目", "A大型", "B中型", "C小型", "D微型"],
        ["1.1.3", "次级类贷款", "100", "200", "300", "400"],
        ["15.", "企业类贷款合计", "100000", "150000", "120000", "80000"],
    ];

    /// <summary>One file of each form, some in the old format.</summary>
    public static IReadOnlyList<string> FileNames { get; } = ["s71-i.xlsx", "g01.xls", "g01-ii.xls", "s63-i.xlsx"];

    /// <param name="name">One of <see cref="FileNames"/>.</param>
    public static byte[] File(string name) => name switch
    {
        "s71-i.xlsx" => Workbooks.SaveXlsx([new SampleSheet("S71_I", S71)]),
        "g01.xls" => Workbooks.SaveXls([new SampleSheet("G01", G01.With("600000", "#REF!"))]),
        "g01-ii.xls" => Workbooks.SaveXls([new SampleSheet("G01_II", G01II)]),
        "s63-i.xlsx" => Workbooks.SaveXlsx([new SampleSheet("S63_I", S63.With("100", "#REF!"))]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such file."),
    };

    /// <summary>The form with the text of its first cell that equals one replaced.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> With(
        this IReadOnlyList<IReadOnlyList<string>> rows, string old, string replacement)
    {
        bool done = false;
        List<IReadOnlyList<string>> changed = [];
        foreach (IReadOnlyList<string> row in rows)
        {
            int column = done ? -1 : row.ToList().IndexOf(old);
            done |= column >= 0;
            changed.Add([.. row.Select((text, at) => at == column ? replacement : text)]);
        }

        return done ? changed : throw new ArgumentException(old, nameof(old));
    }

    public static IReadOnlyList<IReadOnlyList<string>> Without(
        this IReadOnlyList<IReadOnlyList<string>> rows, string firstCell) =>
        [.. rows.Where(row => row[0] != firstCell)];

    public static ParsedFile Parse(params IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> sheets) =>
        Parse(Context, sheets);

    public static ParsedFile Parse(
        SourceContext context, params IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> sheets) =>
        Parse(context, [.. sheets.Select((rows, index) => new SampleSheet($"Sheet{index + 1}", rows))]);

    public static ParsedFile Parse(SourceContext context, IReadOnlyList<SampleSheet> sheets)
    {
        ParsedFile xlsx = SourceParser.Parse(new SourceFile("form.xlsx", Workbooks.SaveXlsx(sheets)), context);
        ParsedFile xls = SourceParser.Parse(new SourceFile("form.xls", Workbooks.SaveXls(sheets)), context);

        // Both kinds of workbook say the same; the cells too.
        Assert.Equal(xlsx.Findings, xls.Findings);
        Assert.Equal(xlsx.Figures, xls.Figures);
        return xlsx;
    }

    /// <summary>The value of a series in yuan or count; fails when the file has no such figure.</summary>
    public static decimal? Value(this ParsedFile file, string indicator, string scope) =>
        file.Figures.Single(figure => (figure.Series.Indicator, figure.Series.Scope) == (indicator, scope)).Value?.Number;

    public static YearMonth June { get; } = new(2025, 6);
}
