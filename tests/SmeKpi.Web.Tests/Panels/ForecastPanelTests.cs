using AngleSharp.Dom;
using Bunit;
using SmeKpi.Core.Forecasts;
using SmeKpi.Web.Components.Controls;
using SmeKpi.Web.Components.Panels;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Panels;

public sealed class ForecastPanelTests : PanelContext
{
    [Fact]
    public void Panel_InChinese_ShowsChanceBothLightsBandsAndTheWayToTheBackTest()
    {
        IElement panel = Draw(SampleForecasts.View());

        Assert.Contains("年末达标的可能性：62%", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("只有判定灯算数", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal("达到进度", panel.QuerySelector(".light:not(.proposed)")!.TextContent.Trim());
        Assert.All(panel.QuerySelectorAll(".proposed"), light => Assert.Equal("建议黄灯", light.TextContent.Trim()));
        Assert.Contains("可能性不低于 40%，低于 70%", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["50% 区间", "80% 区间", "95% 区间"],
            panel.QuerySelectorAll("table:has(caption) tbody th").Select(head => head.TextContent));
        Assert.Contains("1,900.00 亿元", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("依据到本月为止 30 个月", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("各项贷款净增额用季节朴素", panel.TextContent, StringComparison.Ordinal);
        Assert.NotNull(panel.QuerySelector("a[href='/forecasts/M01.1?month=2025-06']"));
        Assert.NotNull(panel.QuerySelector("img.fan[src='/charts/M01.1-fan.svg?month=2025-06'][alt]"));
    }

    [Fact]
    public void Panel_InEnglish_SaysTheSameInEnglish()
    {
        Read("en");

        IElement panel = Draw(SampleForecasts.View(0.75m));

        Assert.Contains("Chance of meeting it in December: 75%", panel.TextContent, StringComparison.Ordinal);
        Assert.All(panel.QuerySelectorAll(".proposed"), light => Assert.Equal("Proposed: green", light.TextContent.Trim()));
        Assert.Contains("Only the ruling light counts", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("seasonal naive for net increase of all loans", panel.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "over 99%")]
    [InlineData("0", "under 1%")]
    [InlineData("0.40", "40%")]
    public void Note_ChanceNearAnEnd_IsNeverCertain(string chance, string words)
    {
        Read("en");

        string note = Note(SampleForecasts.View(decimal.Parse(chance, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Contains($"December: {words}", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ForecastGap.TooShort, "Only 17 complete monthly flows up to this month; there is no forecast with fewer than 24.")]
    [InlineData(ForecastGap.Incomplete, "what is missing is never counted as met")]
    [InlineData(ForecastGap.Final, "the verdict stands")]
    [InlineData(ForecastGap.NotAssessable, "denominator")]
    public void Note_WithoutAForecast_SaysWhy(ForecastGap gap, string words)
    {
        Read("en");

        IElement panel = Draw(SampleForecasts.View(gap: gap));

        Assert.Contains(words, panel.TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.QuerySelectorAll(".light, img"));
    }

    [Fact]
    public void Note_YearWithoutATarget_HasBandsWithoutAChance()
    {
        IElement panel = Draw(SampleForecasts.View(probability: null));

        Assert.Contains("政策没有规定 2025 年的目标", panel.TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.QuerySelectorAll(".light"));
        Assert.NotEmpty(panel.QuerySelectorAll("img.fan"));
    }

    [Fact]
    public void Note_OfAnAreaWithinTheCity_SaysThatOnlyTheCityIsForecast() =>
        Assert.Contains("只对全市", Note(null), StringComparison.Ordinal);

    [Fact]
    public void ModelTable_OfASeries_MarksTheOneUsedAndShowsMissingAsADash()
    {
        IRenderedComponent<ModelTable> table = Render<ModelTable>(parameters => parameters.Add(p => p.View, SampleForecasts.View()));

        IElement used = Assert.Single(table.FindAll("tbody tr"), row => row.QuerySelector("strong") is not null);
        Assert.Contains("季节朴素", used.TextContent, StringComparison.Ordinal);
        Assert.Contains("20.00 亿元", used.TextContent, StringComparison.Ordinal);
        Assert.Contains("\u2013", table.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ScorePanel_TwoOrigins_ShowsCoverageAndScoresWithCare()
    {
        Read("en");

        string words = Render<ScorePanel>(parameters => parameters
            .Add(p => p.View, SampleForecasts.View())
            .Add(p => p.Test, SampleForecasts.Test)).Markup;

        Assert.Contains("50%", words, StringComparison.Ordinal); // one of two within the 80 % band
        Assert.Contains("0.010", words, StringComparison.Ordinal); // (0.1² + 0.1²) ÷ 2
        Assert.Contains("0.250", words, StringComparison.Ordinal);
        Assert.Contains("The origins are few", words, StringComparison.Ordinal);
        Assert.Contains("better than always naming the base rate", words, StringComparison.Ordinal);
    }

    private IElement Draw(ForecastView? view) => Render<ForecastPanel>(parameters => parameters
        .Add(p => p.Target, Target("M01.1") with { Forecast = view })
        .Add(p => p.Address, "?month=2025-06")).Find(".panel");

    private string Note(ForecastView? view) => Render<ForecastNote>(parameters => parameters
        .Add(p => p.Target, Target("M01.1") with { Forecast = view })).Markup;
}
