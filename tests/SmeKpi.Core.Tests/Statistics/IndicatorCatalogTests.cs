using System.Reflection;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;
using ValueType = SmeKpi.Core.Statistics.ValueType;

namespace SmeKpi.Core.Tests.Statistics;

public sealed class IndicatorCatalogTests
{
    private const string File = "seed-data/indicators.yaml";

    private static readonly IndicatorCatalog s_catalog = IndicatorCatalog.LoadFrom(Repository.SeedData);

    [Fact]
    public void Load_TheCodesThatTargetsNeed_AreAllThere()
    {
        IEnumerable<string?> codes = typeof(IndicatorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string?)field.GetRawConstantValue());

        Assert.All(codes, code => Assert.NotNull(s_catalog.Find(code!)));
    }

    [Fact]
    public void Load_TheScopeCodesOfTheProgram_AreTheScopesOfTheFile()
    {
        IEnumerable<string?> codes = typeof(ScopeCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string?)field.GetRawConstantValue());

        Assert.Equal(codes.ToHashSet(), s_catalog.Scopes.Select(scope => scope.Code).ToHashSet<string?>());
    }

    [Theory]
    [InlineData("loans.all.balance", Unit.Yuan, ValueType.Stock, false, "rmb_fx,rmb")]
    [InlineData("loans.inclusive_mse.borrowers", Unit.Count, ValueType.Stock, false, "nfra,pboc")]
    [InlineData("loans.inclusive_mse.granted_ytd", Unit.Yuan, ValueType.YearToDateFlow, false, "nfra,pboc")]
    [InlineData("loans.corporate.granted", Unit.Yuan, ValueType.MonthFlow, false, "-")]
    [InlineData("loans.all.coverage_adjustment", Unit.Yuan, ValueType.MonthFlow, true, "rmb_fx,rmb")]
    [InlineData("tsf.rmb_loans.increment", Unit.Yuan, ValueType.MonthFlow, true, "rmb")]
    [InlineData("lpr.1y", Unit.Percent, ValueType.Rate, false, "-")]
    public void Find_KnownCode_GivesItsDefinition(
        string code, Unit unit, ValueType valueType, bool mayBeNegative, string scopes)
    {
        Indicator indicator = s_catalog.Find(code)!;

        Assert.Equal((unit, valueType, mayBeNegative), (indicator.Unit, indicator.ValueType, indicator.MayBeNegative));
        Assert.Equal(scopes.Split(','), indicator.Scopes);
    }

    [Fact]
    public void Find_UnknownCode_GivesNothing()
    {
        Assert.Null(s_catalog.Find("loans.all"));
        Assert.False(s_catalog.Allows("loans.all", "rmb"));
        Assert.False(s_catalog.Allows("loans.all.balance", "nfra"));
    }

    [Fact]
    public void Load_ASecondFile_SharesTheScopesOfTheFirst()
    {
        using TemporaryCopy copy = new();
        string second = copy.At("seed-data/indicators.more.yaml");
        System.IO.File.WriteAllText(second, """
            indicators:
              - code: made_up.second_file.balance
                name: { zh-CN: x, en: y }
                unit: yuan
                value-type: stock
                scopes: [rmb]
                may-be-negative: false
                frequency: monthly
                publisher: pboc
            """);

        IndicatorCatalog catalog = IndicatorCatalog.Load([copy.Indicators, second]);

        Assert.Equal("rmb", catalog.Find("made_up.second_file.balance")?.DefaultScope);
        Assert.NotNull(IndicatorCatalog.LoadFrom(copy.At("seed-data")).Find("made_up.second_file.balance"));
    }

    [Theory]
    [InlineData("unit: yuan", "unit: wan", "unit: found 'wan', expected yuan | count | percent")]
    [InlineData("value-type: stock", "value-type: level", "found 'level', expected stock")]
    [InlineData("may-be-negative: false", "may-be-negative: no", "found 'no', expected true or false")]
    [InlineData("scopes: [rmb_fx, rmb]", "scopes: [rmb, usd]", "found 'usd', expected rmb_fx")]
    [InlineData("scopes: [rmb_fx, rmb]", "scopes: [rmb, rmb]", "each scope once")]
    [InlineData("frequency: monthly", "frequency: daily", "found 'daily', expected monthly")]
    [InlineData("publisher: pboc-yancheng", "published: x", "unknown key 'published'")]
    [InlineData("code: loans.all.npl", "code: Loans.all.npl", "small letters")]
    [InlineData("code: loans.all.npl", "code: loans.all.balance", "a code that does not stand above")]
    [InlineData("valid-from: 2019-01", "valid-from: 2019", "found '2019', expected a month")]
    [InlineData("valid-from: 2019-01", "replaces: pbc", "found 'pbc', expected the code of a scope")]
    public void Load_OneThingWrong_IsRefusedWhereItStands(string old, string replacement, string words)
    {
        using TemporaryCopy copy = new();
        int line = copy.Replace(File, old, replacement);

        TemporaryCopy.AssertRefused(File, line, words, () => IndicatorCatalog.Load([copy.Indicators]));
    }
}
