using System.Xml.Linq;
using SkiaSharp;
using SmeKpi.Web.Charts;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Charts;

public sealed class WaterfallChartTests
{
    /// <summary>各项贷款.</summary>
    private const string AllLoans = "\u5404\u9879\u8D37\u6B3E";

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Png_Bars_AreDrawnInTheirColours()
    {
        using SKBitmap picture = SKBitmap.Decode(WaterfallChart.Png(Spec(AllLoans), 1_000, 560));

        Assert.Equal((1_000, 560), (picture.Width, picture.Height));
        SKRectI all = new(0, 0, 1_000, 560);
        Assert.True(picture.Count(all, color => color == AChart.Actual) > 500);
        Assert.True(picture.Count(all, color => color == new SKColor(0xFFC2571A)) > 500);
        Assert.Equal(WaterfallChart.Png(Spec(AllLoans), 1_000, 560), WaterfallChart.Png(Spec(AllLoans), 1_000, 560));
    }

    [Fact]
    public void Svg_ChineseWords_AreOutlinesOfTheShippedFont()
    {
        XElement root = XDocument.Parse(WaterfallChart.Svg(Spec("1" + AllLoans), 1_000, 560)).Root!;

        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "text" or "image" or "style");
        Assert.Equal(4, Outlines(root) - Outlines(XDocument.Parse(WaterfallChart.Svg(Spec("1"), 1_000, 560)).Root!));
        Assert.Equal("1" + AllLoans, root.Element(s_svg + "title")?.Value);
    }

    [Fact]
    public void Png_SyntheticData_IsMarkedAcrossThePicture()
    {
        using SKBitmap plain = SKBitmap.Decode(WaterfallChart.Png(Spec("1") with { Watermark = null }, 1_000, 560));
        using SKBitmap marked = SKBitmap.Decode(WaterfallChart.Png(Spec("1") with { Watermark = AllLoans }, 1_000, 560));
        SKRectI middle = new(300, 150, 800, 450);

        Assert.True(marked.Count(middle, Grey) > plain.Count(middle, Grey) + 2_000);
    }

    [Fact]
    public void Png_NothingToShow_SaysSo()
    {
        using SKBitmap picture = SKBitmap.Decode(WaterfallChart.Png(Spec("1") with { Bars = [], NoData = AllLoans }, 600, 300));

        Assert.True(picture.Count(new(200, 120, 400, 180), color => color.Red < 0xC0) > 50);
    }

    private static bool Grey(SKColor color) => color.Red is > 0xC0 and < 0xFF;

    private static int Outlines(XElement root) => root.Element(s_svg + "defs")!.Elements().Count();

    private static WaterfallSpec Spec(string title) => new(
        title, "1", "1", "1",
        [.. Waterfall.Of(SampleCauses.Growth(banks: 40, remainder: 0.5m)).Select(bar => ("1", bar))],
        _ => "1", "1", "1");
}
