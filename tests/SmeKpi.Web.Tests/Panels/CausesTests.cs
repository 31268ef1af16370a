using AngleSharp.Dom;
using Bunit;
using SmeKpi.Web.Components.Panels;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Panels;

public sealed class CausesTests : PanelContext
{
    [Theory]
    [InlineData("zh-CN", "其他 31 个", "公布总数与各部分合计之差", "合计")]
    [InlineData("en", "31 others", "Total less sum of the parts", "Total")]
    public void Causes_ManyBanks_DrawsTheLargestAndListsAll(string language, string others, string rest, string total)
    {
        Read(language);
        IRenderedComponent<Causes> panel = Draw("M01.1", SampleCauses.Growth(banks: 40, remainder: 0.5m), "?month=2025-06");

        string[] names = [.. panel.FindAll(".waterfall-name").Select(name => name.TextContent)];
        Assert.Equal(12, names.Length);
        Assert.Equal([others, rest, total], names[^3..]);
        Assert.Equal(12, panel.FindAll(".waterfall svg rect").Count);
        Assert.Equal(41, panel.FindAll("tbody tr").Count);
        Assert.Equal("/charts/M01.1-causes.png?month=2025-06&by=bank", panel.Find(".downloads a").GetAttribute("href"));
    }

    [Fact]
    public void Causes_Rate_ShowsRateMixAndWhyThereIsNoPassThrough()
    {
        IRenderedComponent<Causes> panel = Draw("M08.1", SampleCauses.Rate(), "");

        Assert.Contains("利率效应", panel.Find(".pass-through").TextContent, StringComparison.Ordinal);
        Assert.Contains("不计算传导比例", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("/charts/M08.1-causes.png?by=bank", panel.Find(".downloads a").GetAttribute("href"));
        Assert.Contains("3.00%", panel.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_WithheldCounty_IsNamedWithoutANumber()
    {
        CausesView causes = SampleCauses.Growth(banks: 3, remainder: 0m);
        CauseRow hidden = causes.Rows[2] with { Effect = null, Terms = [], IsWithheld = true };

        IElement row = Draw("M01.1", causes with { Rows = [.. causes.Rows.Take(2), hidden], IsWhole = false }, "").Find("tbody tr:last-child");

        Assert.Empty(row.QuerySelectorAll("td.number"));
        Assert.Contains("不予显示", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_IncompleteFigures_SaysSo()
    {
        CausesView causes = SampleCauses.Growth(banks: 3, remainder: 0m) with { IsComplete = false };

        Assert.NotEmpty(Draw("M01.1", causes, "").FindAll(".causes-block .fault"));
    }

    [Fact]
    public void Causes_NothingToDivide_SaysSo() => Assert.NotEmpty(
        Render<Causes>(parameters => parameters.Add(p => p.Target, Target("M01.1"))).Find(".empty").TextContent);

    private IRenderedComponent<Causes> Draw(string id, CausesView causes, string address) => Render<Causes>(parameters => parameters
        .Add(p => p.Target, Target(id) with { Causes = new TargetCauses(causes, null) })
        .Add(p => p.Address, address));
}
