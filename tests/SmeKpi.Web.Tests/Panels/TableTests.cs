using AngleSharp.Dom;
using Bunit;
using SmeKpi.Web.Components.Panels;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Panels;

public sealed class TableTests : PanelContext
{
    [Fact]
    public void BankTable_TargetThatBindsTheCityAlone_HasNoLight()
    {
        IElement table = Banks(Target("M01.1"));

        Assert.Empty(table.QuerySelectorAll(".light"));
        Assert.Equal(40, table.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public void BankTable_TargetThatBindsBanks_HasALightInEveryRow()
    {
        IElement table = Banks(Target("M10.1"));

        Assert.Equal(40, table.QuerySelectorAll("tbody .light").Length);
        Assert.Equal("无法评估", Row(table, "示例银行40盐城分行").QuerySelector(".light-word")!.TextContent);
    }

    [Theory]
    [InlineData("M10.1", 11)]
    [InlineData("M01.3", 11)]
    [InlineData("M01.1", 0)]
    public void RegionTable_TargetThatBindsBanks_HasALightWithItsWordInEveryRow(string id, int lights)
    {
        TargetView target = Target(id);

        IElement table = Table(target, "region-table", target.Regions);

        Assert.Equal(11, table.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(lights, table.QuerySelectorAll("tbody .light .light-shape").Length);
        Assert.All(table.QuerySelectorAll("tbody .light-word"), word => Assert.NotEmpty(word.TextContent));
        Assert.Equal(lights == 0 ? 1 : 0, table.QuerySelectorAll("p.meaning").Length);
    }

    [Fact]
    public void BankTable_BankThatDidNotFile_ShowsDashes()
    {
        IElement row = Row(Banks(Target("M01.3")), "示例银行12盐城分行");

        Assert.All(row.QuerySelectorAll("td.number"), cell => Assert.Equal("–", cell.TextContent));
        Assert.Equal("数据不全", row.QuerySelector(".light-word")!.TextContent);
    }

    [Fact]
    public void RivalReadings_AnyTarget_HaveWordsButNoLight()
    {
        IElement table = Render<RivalReadings>(parameters => parameters.Add(panel => panel.Target, Target("M01.2"))).Find("section");

        Assert.Empty(table.QuerySelectorAll(".light"));
        Assert.Equal(1, table.QuerySelectorAll(".chip").Length);
        Assert.Equal(Target("M01.2").Readings.Count, table.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public void YearChart_MonthWithoutAFigure_IsAGapInTheLineAndADashInTheTable()
    {
        IRenderedComponent<YearChart> chart = Render<YearChart>(parameters => parameters
            .Add(panel => panel.Target, Target("M08.1"))
            .Add(panel => panel.Address, "?month=2025-06"));

        string line = chart.Find(".mud-charts-line-series path").GetAttribute("d")!;
        Assert.Equal(2, line.Count(step => step == 'M'));
        Assert.Equal("–", chart.FindAll("tbody tr")[3].QuerySelector("td")!.TextContent);
        Assert.Equal("/charts/M08.1.png?month=2025-06", chart.Find(".downloads a").GetAttribute("href"));
    }

    [Fact]
    public void YearChart_MonthOfTooFewBanks_IsNotDrawnButStandsInTheTable()
    {
        IRenderedComponent<YearChart> chart = Render<YearChart>(parameters => parameters.Add(panel => panel.Target, Target("M01.3")));

        Assert.Equal(2, chart.Find(".mud-charts-line-series path").GetAttribute("d")!.Count(step => step == 'M'));
        Assert.Contains("−1.41", chart.FindAll("tbody tr")[2].QuerySelector("td")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void YearChart_NothingKnown_SaysSo()
    {
        TargetView target = Target("M08.1", 2026, 2) with { Year = [] };

        Assert.NotEmpty(Render<YearChart>(parameters => parameters.Add(panel => panel.Target, target)).Find(".empty").TextContent);
    }

    [Fact]
    public void ProvisionValue_Parameters_HaveNoWording()
    {
        IElement list = Render<ProvisionList>(parameters => parameters.Add(
            panel => panel.Provisions, [.. SmeKpi.Web.Tests.Samples.Repository.Policy.Provisions])).Find("section");

        Assert.Equal(5, list.QuerySelectorAll(".wording").Length);
        Assert.Contains("10.00 万元", list.TextContent, StringComparison.Ordinal);
        Assert.Contains("2027年9月30日前", list.TextContent, StringComparison.Ordinal);
        Assert.Empty(list.QuerySelectorAll(".light"));
    }

    private IElement Banks(TargetView target) => Table(target, "bank-table", target.Banks);

    private IElement Table(TargetView target, string kind, IReadOnlyList<SubjectRow> rows) =>
        Render<SubjectTable>(parameters => parameters
            .Add(table => table.Target, target)
            .Add(table => table.Kind, kind)
            .Add(table => table.Rows, rows)).Find("section");

    private static IElement Row(IElement table, string name) =>
        table.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == name);
}
