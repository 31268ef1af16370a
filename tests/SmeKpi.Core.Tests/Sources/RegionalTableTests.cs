using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

public sealed class RegionalTableTests
{
    private const string Deposits = "deposits.all.balance";
    private const string Loans = IndicatorCodes.LoansAll;

    internal static SourceContext Context { get; } = Sample.Context with
    {
        Regions =
        [
            new Region("320000", new("江苏省", "Jiangsu"), null, RegionKind.Province),
            new Region("320900", new("盐城市", "Yancheng"), "320000", RegionKind.City),
            new Region("320904", new("大丰区", "Dafeng"), "320900", RegionKind.County),
            new Region("320981", new("东台市", "Dongtai"), "320900", RegionKind.County),
        ],
        Banks = [Bank("B1", "丹鹤银行"), Bank("B2", "麋鹿银行")],
    };

    [Fact]
    public void Province_TwoMonths_GivesBothTotals()
    {
        ParsedFile parsed = Parse("江苏.xls", RegionalTables.SaveXls(
            ("说明", [["说明"]]), ("(1)江苏省金融机构人民币信贷收支表", RegionalTables.Province())));

        Assert.Empty(parsed.Findings);
        Assert.Equal((LayoutNames.PbocProvinceTable, 4), (parsed.Layout, parsed.Figures.Count));
        Assert.Equal(28_969_350_000_000m, Value(parsed, Deposits, "rmb", null, "320000", new(2026, 5)));
        Assert.Equal(28_968_850_000_000m, Value(parsed, Loans, "rmb", null, "320000", new(2026, 6)));
        Assert.True(parsed.Synthetic);
    }

    [Fact]
    public void Province_BothScopes_AreReadByTitle()
    {
        ParsedFile parsed = Parse("江苏.xls", RegionalTables.SaveXls(
            ("本外币", RegionalTables.Province("江苏省金融机构本外币信贷收支表", 300_000m)),
            ("(1)人民币", RegionalTables.Province())));

        Assert.Empty(parsed.Findings);
        Assert.Equal(30_000_000_000_000m, Value(parsed, Deposits, "rmb_fx", null, "320000", new(2026, 5)));
        Assert.Equal(28_969_350_000_000m, Value(parsed, Deposits, "rmb", null, "320000", new(2026, 5)));
    }

    [Theory]
    [InlineData("本期余额")]
    [InlineData("期末余额")]
    public void Province_SingleColumn_TakesTheMonthFromTheTitle(string head)
    {
        ParsedFile parsed = Parse("江苏.xlsx", Workbooks.SaveXlsx(
            RegionalTables.Province("2026年6月江苏省金融机构人民币信贷收支表", 100m, head)));

        Assert.Empty(parsed.Findings);
        Assert.All(parsed.Figures, figure => Assert.Equal(new YearMonth(2026, 6), figure.Month));
    }

    [Fact]
    public void Province_SubRows_AreReadWhereTheCatalogKnowsThem()
    {
        const string Household = "credit_funds.sources.deposits.domestic.household";
        Indicator indicator = Context.Indicators[Loans] with { Code = Household };
        SourceContext context = Context with { Indicators = new Dictionary<string, Indicator> { [Household] = indicator } };

        ParsedFile parsed = SourceParser.Parse(
            new SourceFile("a.xlsx", Workbooks.SaveXlsx(RegionalTables.Province())), context);

        Assert.Equal(28_969_150_000_000m, Value(parsed, Household, "rmb", null, "320000", new(2026, 5)));
    }

    [Fact]
    public void Province_UnpublishedMonth_IsLeftOut() => Assert.All(
        Parse("a.xlsx", Workbooks.SaveXlsx([.. RegionalTables.Province().Select(row => row.Count == 3 && row[0] != "项目 Item" ? row.Take(2).ToList() : row)])).Figures,
        figure => Assert.Equal(new YearMonth(2026, 5), figure.Month));

    [Theory]
    [InlineData(0, 0, "江西省金融机构人民币信贷收支表", RuleNumbers.UnknownName)]
    [InlineData(2, 0, "单位：万亿元", RuleNumbers.WrongTableUnit)]
    [InlineData(2, 0, "", RuleNumbers.WrongTableUnit)]
    [InlineData(3, 2, "2026.07", RuleNumbers.WrongMonthColumn)]
    [InlineData(3, 1, "2026.1", RuleNumbers.WrongMonthColumn)]
    [InlineData(4, 0, "二、全部存款", RuleNumbers.MissingRow)]
    [InlineData(10, 0, "一、各项存款", RuleNumbers.UnknownRow)]
    [InlineData(10, 1, "1,5", RuleNumbers.BadNumber)]
    public void Province_ChangedCell_IsRefused(int row, int column, string text, string rule) => AssertRefused(
        rule, Workbooks.SaveXlsx(RegionalTables.Province().With(row, column, text)));

    [Fact]
    public void Province_OwnRow_IsLeftOutAndSaid()
    {
        ParsedFile parsed = Parse("a.xlsx", Workbooks.SaveXlsx(RegionalTables.Province().With(9, 0, "（二）省外存款")));

        Assert.Equal([RuleNumbers.RowLeftOut], parsed.Rules());
        Assert.False(parsed.IsRefused);
    }

    [Fact]
    public void Province_SheetNamedAfterAnotherScope_IsRefused() => AssertRefused(
        RuleNumbers.WrongHeader, Workbooks.SaveXlsx(RegionalTables.Province(), "本外币"));

    [Fact]
    public void Province_SameScopeTwice_IsRefused() => AssertRefused(
        RuleNumbers.TwoTables,
        RegionalTables.SaveXls(("1", RegionalTables.Province()), ("2", RegionalTables.Province())), "a.xls");

    [Fact]
    public void CityColumns_Counties_GiveBalancesOfEachAndTheTotal()
    {
        ParsedFile parsed = Parse("a.xlsx", Workbooks.SaveXlsx(RegionalTables.CityColumns().With(5, 3, "130.00")));

        Assert.Empty(parsed.Findings);
        Assert.Equal((LayoutNames.PbocCityTable, 6), (parsed.Layout, parsed.Figures.Count));
        Assert.Equal(30_000_000_000m, Value(parsed, Deposits, "rmb_fx", null, "320900", new(2026, 6)));
        Assert.Equal(12_000_000_000m, Value(parsed, Loans, "rmb_fx", null, "320981", new(2026, 6)));
    }

    [Fact]
    public void CityColumns_Banks_AreFoundByAlias()
    {
        ParsedFile parsed = Parse("a.xlsx", Workbooks.SaveXlsx(
            RegionalTables.CityColumns("合计", "丹鹤银行", "麋鹿 银行").With(5, 3, "130.00")));

        Assert.Empty(parsed.Findings);
        Assert.Equal(13_000_000_000m, Value(parsed, Loans, "rmb_fx", "B2", "320900", new(2026, 6)));
    }

    [Theory]
    [InlineData("250.00", true)]
    [InlineData("250.02", true)]
    [InlineData("250.03", false)]
    [InlineData("249.99", false)]
    public void CityColumns_TotalWithinTheRoundingOfTheCells_IsRead(string total, bool isRead)
    {
        ParsedFile parsed = Parse("a.xlsx", Workbooks.SaveXlsx(RegionalTables.CityColumns().With(5, 1, total)));

        Assert.Equal(isRead ? [] : [RuleNumbers.TotalDiffers], parsed.Rules());
    }

    [Theory]
    [InlineData(2, 2, "西台市", RuleNumbers.UnknownName)]
    [InlineData(2, 2, "大丰区", RuleNumbers.TwoTables)]
    [InlineData(2, 2, "", RuleNumbers.UnknownName)]
    [InlineData(1, 0, "单位：美元", RuleNumbers.WrongTableUnit)]
    [InlineData(3, 2, "x", RuleNumbers.BadNumber)]
    [InlineData(3, 0, "", RuleNumbers.MissingRow)]
    public void CityColumns_ChangedCell_IsRefused(int row, int column, string text, string rule) => AssertRefused(
        rule, Workbooks.SaveXlsx(RegionalTables.CityColumns().With(row, column, text)));

    [Fact]
    public void CityColumns_UnknownName_NamesItsCell()
    {
        Finding finding = Parse("a.xlsx", Workbooks.SaveXlsx(RegionalTables.CityColumns().With(2, 2, "西台市")))
            .Findings.First(each => each.Rule == RuleNumbers.UnknownName);

        Assert.Equal(("西台市", 3, 3), (finding.Found, finding.Cell!.Value.Row, finding.Cell.Value.Column));
    }

    [Fact]
    public void CityRows_Banks_GiveBalancesOnly()
    {
        ParsedFile parsed = Parse("a.xlsx", Workbooks.SaveXlsx(RegionalTables.CityRows()));

        Assert.Equal([RuleNumbers.RowLeftOut], parsed.Rules());
        Assert.Equal((LayoutNames.PbocCityTable, 6), (parsed.Layout, parsed.Figures.Count));
        Assert.Equal(10_005_000m, Value(parsed, Deposits, "rmb", "B1", "320900", new(2026, 6)));
        Assert.Equal(9_000_000m, Value(parsed, Loans, "rmb", "B2", "320900", new(2026, 6)));
        Assert.Equal(30_010_000m, Value(parsed, Deposits, "rmb", null, "320900", new(2026, 6)));
    }

    [Fact]
    public void CityRows_ColumnsMoved_AreFoundByTheirHeadings()
    {
        List<IReadOnlyList<string>> moved = [.. RegionalTables.CityRows().Select(row =>
            row.Count < 3 ? row : (IReadOnlyList<string>)[row[0], .. row.Skip(3).Take(4), .. row.Skip(1).Take(2), .. row.Skip(7)])];

        Assert.Equal(9_000_000m, Value(
            Parse("a.xlsx", Workbooks.SaveXlsx(moved)), Loans, "rmb", "B2", "320900", new(2026, 6)));
    }

    [Theory]
    [InlineData(0, 0, "全市存贷增长情况", RuleNumbers.NoMonthInTitle)]
    [InlineData(1, 0, "", RuleNumbers.WrongTableUnit)]
    [InlineData(2, 1, "本月增减", RuleNumbers.WrongHeader)]
    [InlineData(2, 3, "余额", RuleNumbers.TwoTables)]
    [InlineData(2, 0, "序号", RuleNumbers.WrongHeader)]
    [InlineData(4, 0, "白鹭银行", RuleNumbers.UnknownName)]
    [InlineData(4, 0, "", RuleNumbers.UnknownName)]
    [InlineData(7, 1, "3002", RuleNumbers.TotalDiffers)]
    [InlineData(6, 0, "东台市", RuleNumbers.TotalDiffers)]
    public void CityRows_ChangedCell_IsRefused(int row, int column, string text, string rule) => AssertRefused(
        rule, Workbooks.SaveXlsx(RegionalTables.CityRows().With(row, column, text)));

    [Fact]
    public void CityRows_BlankBalance_IsNotReported()
    {
        ParsedFile parsed = Parse("a.xlsx", Workbooks.SaveXlsx(
            RegionalTables.CityRows().With(4, 1, "--").With(7, 1, "2000.5")));

        Assert.False(parsed.IsRefused);
        Assert.Null(parsed.Figures.Single(figure => figure.Series == new SeriesKey(Deposits, "rmb", "B1", "320900")).Value);
    }

    private static Bank Bank(string code, string alias) => Validation.Check.Bank(code, null, null) with
    {
        Name = new(alias + "盐城分行（虚构）", "Fictional"), Aliases = [alias],
    };

    private static ParsedFile Parse(string name, byte[] content) => SourceParser.Parse(new SourceFile(name, content), Context);

    private static decimal Value(
        ParsedFile parsed, string indicator, string scope, string? bank, string region, YearMonth month) => parsed.Figures
            .Single(figure => figure.Series == new SeriesKey(indicator, scope, bank, region) && figure.Month == month)
            .Value!.Value.Number;

    private static void AssertRefused(string rule, byte[] content, string name = "a.xlsx")
    {
        ParsedFile parsed = Parse(name, content);
        Assert.True(parsed.IsRefused);
        Assert.Empty(parsed.Figures);
        Assert.Contains(rule, parsed.Rules());
    }
}
