using AngleSharp.Dom;
using Bunit;
using SmeKpi.Core.Kpis;
using SmeKpi.Web.Components.Panels;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Panels;

public sealed class TargetTileTests : PanelContext
{
    [Fact]
    public void Tile_InChinese_ShowsValueTargetAndPace()
    {
        IElement tile = Draw(Target("M01.1"));

        Assert.Equal("1,000.00 亿元", tile.QuerySelector(".figure")!.TextContent);
        Assert.Equal("达到进度", tile.QuerySelector(".light-word")!.TextContent);
        Assert.Contains("不低于 2,000.00 亿元", Facts(tile)["目标"], StringComparison.Ordinal);
        Assert.Equal("1,000.00 亿元", Facts(tile)["时间进度"]);
        Assert.Equal("188.33 亿元", Facts(tile)["此后每月需增"]);
    }

    [Fact]
    public void Tile_InEnglish_ShowsTheSameInEnglish()
    {
        Read("en");
        IElement tile = Draw(Target("M01.1"));

        Assert.Equal("RMB 100.00 bn", tile.QuerySelector(".figure")!.TextContent);
        Assert.Equal("On track", tile.QuerySelector(".light-word")!.TextContent);
        Assert.Contains("at least RMB 200.00 bn", Facts(tile)["Target"], StringComparison.Ordinal);
    }

    [Fact]
    public void Tile_TargetToStriveFor_LooksDifferentFromABindingOne()
    {
        IElement strive = Draw(Target("M08.1"));
        IElement binding = Draw(Target("M01.2"));

        Assert.Equal("力争", strive.QuerySelector(".wording-strive")!.TextContent);
        Assert.Null(strive.QuerySelector(".wording-binding"));
        Assert.Equal("不低于", binding.QuerySelector(".wording-binding")!.TextContent);
    }

    [Fact]
    public void Tile_Tolerance_SaysAtMostAndIsJudgedEveryMonth()
    {
        IElement tile = Draw(Target("M10.1"));

        Assert.Equal("不高于", tile.QuerySelector(".wording-binding")!.TextContent);
        Assert.Contains("逐月评判", tile.QuerySelector(".meaning")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Tile_YearWithoutATarget_HasValueButNoColourAndNoTarget()
    {
        IElement tile = Draw(Target("M01.1", 2026, 2));

        Assert.NotNull(tile.QuerySelector(".light-none"));
        Assert.Equal("无目标", tile.QuerySelector(".light-word")!.TextContent);
        Assert.Equal("410.00 亿元", tile.QuerySelector(".figure")!.TextContent);
        Assert.Equal("–", Facts(tile)["目标"]);
    }

    [Fact]
    public void Tile_NothingKnown_ShowsADashAndNoZero()
    {
        TargetView target = Target("M10.1");

        IElement tile = Draw(target with { Ruling = target.Ruling! with { Actual = null, Standing = Standing.Incomplete } });

        Assert.Equal("–", tile.QuerySelector(".figure")!.TextContent);
        Assert.Equal("–", Facts(tile)["与目标差距"]);
        Assert.Equal("数据不全", tile.QuerySelector(".light-word")!.TextContent);
        Assert.Null(tile.QuerySelector(".light-good"));
    }

    [Theory]
    [InlineData(Standing.Achieved, "good")]
    [InlineData(Standing.OnTrack, "good")]
    [InlineData(Standing.Behind, "warn")]
    [InlineData(Standing.FarBehind, "bad")]
    [InlineData(Standing.Missed, "bad")]
    [InlineData(Standing.NoTarget, "none")]
    [InlineData(Standing.NotAssessable, "none")]
    [InlineData(Standing.Incomplete, "none")]
    public void Light_EveryStanding_HasAColourAShapeAndAWord(Standing standing, string tone)
    {
        IElement light = Draw(With(standing)).QuerySelector($".light-{tone}")!;

        Assert.NotEmpty(light.QuerySelector(".light-word")!.TextContent);
        Assert.Equal(1, light.QuerySelector("svg")!.ChildElementCount);
    }

    [Fact]
    public void Light_NoTwoStandings_ShareShapeOrWord()
    {
        IElement[] lights = [.. Enum.GetValues<Standing>().Select(each => Draw(With(each)).QuerySelector(".light")!)];

        Assert.Equal(lights.Length, lights.Select(light => light.QuerySelector("svg")!.InnerHtml.Trim()).Distinct().Count());
        Assert.Equal(lights.Length, lights.Select(light => light.QuerySelector(".light-word")!.TextContent).Distinct().Count());
    }

    [Fact]
    public void Sparkline_AnyTarget_SaysItsMonthsInWords()
    {
        string words = Draw(Target("M08.1")).QuerySelector(".sparkline")!.GetAttribute("aria-label")!;

        Assert.Contains("3月 9.70 BP", words, StringComparison.Ordinal);
        Assert.Contains("4月 –", words, StringComparison.Ordinal);
        Assert.DoesNotContain("7月", words, StringComparison.Ordinal);
    }

    private static TargetView With(Standing standing)
    {
        TargetView target = Target("M01.2");
        return target with { Ruling = target.Ruling! with { Standing = standing } };
    }

    private IElement Draw(TargetView target) => Render<TargetTile>(parameters => parameters
        .Add(tile => tile.Target, target)
        .Add(tile => tile.Address, "?month=2025-06")).Find("article");

    private static Dictionary<string, string> Facts(IElement tile) => tile.QuerySelectorAll(".facts > div").ToDictionary(
        fact => fact.QuerySelector("dt")!.TextContent,
        fact => string.Join(' ', fact.QuerySelector("dd")!.TextContent.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
