using SkiaSharp;
using SmeKpi.Web.Charts;

namespace SmeKpi.Web.Tests.Charts;

public sealed class FanChartTests
{
    private static readonly SKRectI s_all = new(0, 0, 900, 450);

    [Fact]
    public void Png_WithBands_ShowsThreeTones()
    {
        using SKBitmap picture = AChart.Picture(Fan);

        Assert.All(
            ChartBands.Of(Fan), each => Assert.True(picture.Count(s_all, color => color == each.Stroke.Fill!.Value) > 300));
    }

    [Fact]
    public void Strokes_OfBands_DifferInPatternAndLightness()
    {
        ChartStroke[] strokes = [.. ChartBands.Of(Fan).Select(each => each.Stroke)];

        Assert.Equal(3, strokes.Select(stroke => string.Join(',', stroke.Dashes)).Distinct().Count());
        Assert.Equal(strokes.OrderByDescending(stroke => Lightness(stroke.Fill!.Value)), strokes);
    }

    /// <summary>An increment may turn into a decrease: the axis reaches down to the lowest band.</summary>
    [Fact]
    public void Scale_BandBelowZero_ReachesBelowIt()
    {
        YearChartSpec falling = Fan with
        {
            Bands = [new ChartBand("95 %", [new(4, 900, 900), new(11, -300, 2000)]), .. Fan.Bands.Skip(1)],
        };

        Assert.True(ChartScale.Of(falling).Low < -300);
    }

    [Fact]
    public void Svg_ChineseWords_AreOutlines()
    {
        // 中位数
        string svg = YearChart.Svg(Fan with { Title = "\u4E2D\u4F4D\u6570" }, 900, 450);

        Assert.DoesNotContain("<text", svg, StringComparison.Ordinal);
        Assert.NotEqual(YearChart.Svg(Fan with { Title = "" }, 900, 450), svg);
        Assert.Equal(svg, YearChart.Svg(Fan with { Title = "\u4E2D\u4F4D\u6570" }, 900, 450));
    }

    private static YearChartSpec Fan => AChart.OfYear with
    {
        Bands =
        [
            new ChartBand("95 %", [new(4, 900, 900), new(11, 400, 2000)]),
            new ChartBand("80 %", [new(4, 900, 900), new(11, 700, 1700)]),
            new ChartBand("50 %", [new(4, 900, 900), new(11, 1000, 1400)]),
        ],
        Expected = new("Median", [null, null, null, null, null, 950, 1000, 1050, 1100, 1150, 1200, 1210]),
    };

    private static int Lightness(SKColor color) => color.Red + color.Green + color.Blue;
}
