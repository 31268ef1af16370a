using System.Globalization;
using SmeKpi.Core.Units;
using SmeKpi.Web.Formatting;

namespace SmeKpi.Web.Tests.Formatting;

public sealed class QuantityFormatterTests
{
    private static readonly QuantityFormatter s_zh = new(CultureInfo.GetCultureInfo("zh-CN"));
    private static readonly QuantityFormatter s_en = new(CultureInfo.GetCultureInfo("en"));

    [Theory]
    [InlineData("200000000000", "2,000.00 亿元", "RMB 200.00 bn")]
    [InlineData("12340000000", "123.40 亿元", "RMB 12.34 bn")]
    [InlineData("50000000", "0.50 亿元", "RMB 50.0 mn")]
    [InlineData("2000000", "200.00 万元", "RMB 2.0 mn")]
    [InlineData("100000", "10.00 万元", "RMB 100,000")]
    [InlineData("-2000000", "−200.00 万元", "−RMB 2.0 mn")]
    [InlineData("0", "0.00 元", "RMB 0")]
    public void Text_Money_IsWrittenInTheLanguagesOwnUnits(string yuan, string zh, string en)
    {
        Quantity quantity = new(decimal.Parse(yuan, CultureInfo.InvariantCulture), Unit.Yuan);

        Assert.Equal(zh, s_zh.Text(quantity));
        Assert.Equal(en, s_en.Text(quantity));
    }

    [Theory]
    [InlineData("15", Unit.Percent, "15.00%", "15.00%")]
    [InlineData("2.995", Unit.Points, "3.00 个百分点", "3.00 pp")]
    [InlineData("-1.016", Unit.Points, "−1.02 个百分点", "−1.02 pp")]
    [InlineData("29.96", Unit.BasisPoints, "29.96 BP", "29.96 BP")]
    [InlineData("1234", Unit.Count, "1,234 户", "1,234")]
    public void Text_OtherUnits_HaveTheirDecimals(string number, Unit unit, string zh, string en)
    {
        Quantity quantity = new(decimal.Parse(number, CultureInfo.InvariantCulture), unit);

        Assert.Equal(zh, s_zh.Text(quantity));
        Assert.Equal(en, s_en.Text(quantity));
    }

    [Fact]
    public void Text_Missing_IsADashAndNeverZero()
    {
        Assert.Equal("–", s_zh.Text(null));
        Assert.Equal("–", s_en.Difference(null));
        Assert.Equal("–", s_en.Moment(null));
    }

    [Fact]
    public void Difference_TooSmallForTheUsualDecimals_IsNotShownAsNothing() =>
        Assert.Equal("−0.0004 pp", s_en.Difference(new Quantity(-0.0004m, Unit.Points)));

    [Fact]
    public void Difference_OfLevelsInPercent_CountsPoints() =>
        Assert.Equal("+0.50 个百分点", s_zh.Difference(new Quantity(0.5m, Unit.Percent)));

    [Theory]
    [InlineData("3.0000003", "3.0000003 pp")]
    [InlineData("3.004", "3.004 pp")]
    [InlineData("3", "3.00 pp")]
    [InlineData("2.994", "2.99 pp")]
    public void Text_BesideATargetItOnlyRoundsTo_ShowsOnWhichSideItIs(string number, string expected) => Assert.Equal(
        expected,
        s_en.Text(
            new Quantity(decimal.Parse(number, CultureInfo.InvariantCulture), Unit.Points), new Quantity(3m, Unit.Points)));

    [Fact]
    public void Difference_Nothing_HasNoSign() => Assert.Equal("0.00 BP", s_en.Difference(new Quantity(0m, Unit.BasisPoints)));

    [Fact]
    public void Text_ServerOfAnotherCulture_ChangesNothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal("1,234.50 亿元", s_zh.Text(Money.FromYiYuan(1_234.5m).ToQuantity()));
            Assert.Equal("June 2025", s_en.Month(new YearMonth(2025, 6)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Month_BothLanguages_AreWrittenOut()
    {
        Assert.Equal("2025年6月", s_zh.Month(new YearMonth(2025, 6)));
        Assert.Equal("6月", s_zh.ShortMonth(new YearMonth(2025, 6)));
        Assert.Equal("Jun", s_en.ShortMonth(new YearMonth(2025, 6)));
        Assert.Equal("2027年9月30日", s_zh.Date(new DateOnly(2027, 9, 30)));
    }

    [Fact]
    public void Moment_OfAnyOffset_IsChinasClock() =>
        Assert.Equal("2025-07-20 09:30", s_en.Moment(new DateTimeOffset(2025, 7, 20, 1, 30, 0, TimeSpan.Zero)));
}
