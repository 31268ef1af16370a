using SkiaSharp;
using SmeKpi.Web.Charts;

namespace SmeKpi.Web.Tests.Charts;

public sealed class YearChartTests
{
    /// <summary>各项贷款.</summary>
    private const string AllLoans = "\u5404\u9879\u8D37\u6B3E";

    private static readonly SKRectI s_middle = new(380, 110, 520, 380);
    private static readonly SKRectI s_all = new(0, 0, 900, 450);

    [Theory]
    [InlineData(900, 450)]
    [InlineData(480, 320)]
    [InlineData(1800, 900)]
    public void Png_Size_IsAsAsked(int width, int height)
    {
        using SKBitmap picture = AChart.Picture(AChart.OfYear, width, height);

        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.True(picture.Count(new(0, 0, width, height), color => color == AChart.Actual) > 200);
    }

    [Theory]
    [InlineData(239, 450)]
    [InlineData(900, 159)]
    public void Png_TooSmall_IsRefused(int width, int height)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => YearChart.Png(AChart.OfYear, width, height));
        Assert.Throws<ArgumentOutOfRangeException>(() => YearChart.Svg(AChart.OfYear, width, height));
    }

    [Fact]
    public void Png_Again_IsTheSameBytes()
    {
        byte[] first = YearChart.Png(AChart.OfYear, 900, 450);

        Assert.Equal(first, YearChart.Png(AChart.OfYear, 900, 450));
    }

    [Fact]
    public void Png_ManyAtOnce_AreTheSameBytes()
    {
        byte[] alone = YearChart.Png(AChart.OfYear, 900, 450);

        byte[][] together = [.. Enumerable.Range(0, 12).AsParallel().WithDegreeOfParallelism(4)
            .Select(_ => YearChart.Png(AChart.OfYear, 900, 450))];

        Assert.All(together, png => Assert.Equal(alone, png));
    }

    [Fact]
    public void Png_TwiceTheScale_DrawsEverythingTwiceAsLarge()
    {
        using SKBitmap plain = AChart.Picture(AChart.OfYear);
        using SKBitmap large = SKBitmap.Decode(YearChart.Png(AChart.OfYear, 1800, 900, scale: 2));

        double ratio = large.Count(new(0, 0, 1800, 900), Dark) / (double)plain.Count(s_all, Dark);

        Assert.InRange(ratio, 3, 6);
    }

    [Fact]
    public void Png_MissingMonth_IsAGapAndNotABridge()
    {
        using SKBitmap gap = AChart.Picture(AChart.OfThreeMonths(100, null, 300));
        using SKBitmap whole = AChart.Picture(AChart.OfThreeMonths(100, 200, 300));

        Assert.Equal(0, gap.Count(s_middle, color => color == AChart.Actual));
        Assert.True(whole.Count(s_middle, color => color == AChart.Actual) > 100);
    }

    [Fact]
    public void Png_MonthBetweenTwoGaps_IsAPoint()
    {
        using SKBitmap picture = AChart.Picture(AChart.OfThreeMonths(null, 200, null));

        Assert.True(picture.Count(s_middle, color => color == AChart.Actual) > 20);
    }

    [Fact]
    public void Png_NoValueAtAll_SaysSo()
    {
        YearChartSpec empty = AChart.OfThreeMonths(null, null, null);
        using SKBitmap silent = AChart.Picture(empty);
        using SKBitmap spoken = AChart.Picture(empty with { NoData = "No data yet" });

        Assert.True(spoken.Count(s_middle, Dark) > silent.Count(s_middle, Dark) + 50);
    }

    [Fact]
    public void Png_ChineseTitle_IsDrawnAndNotBoxes()
    {
        string boxes = string.Concat(Enumerable.Repeat(char.ConvertFromUtf32(0x2B52D), AllLoans.Length));
        SKRectI heading = new(0, 0, 300, 44);
        using SKBitmap chinese = AChart.Picture(AChart.OfYear with { Title = AllLoans });
        using SKBitmap missing = AChart.Picture(AChart.OfYear with { Title = boxes });

        // Four different characters: no two of them look alike, as four boxes do.
        Assert.Equal(4, Columns(chinese, heading).Distinct().Count());
        Assert.Single(Columns(missing, heading).Distinct());
    }

    [Fact]
    public void Png_Watermark_IsSeenInThePlotAndBesideTheTitle()
    {
        using SKBitmap plain = AChart.Picture(AChart.OfYear);
        using SKBitmap marked = AChart.Picture(AChart.OfYear with { Watermark = "Synthetic" });
        SKRectI tag = new(780, 0, 900, 44);

        Assert.Equal(0, plain.Count(tag, color => color != SKColors.White));
        Assert.True(marked.Count(tag, color => color != SKColors.White) > 200);
        Assert.True(plain.Count(s_middle, White) - marked.Count(s_middle, White) > 1000);
    }

    [Fact]
    public void Png_Limit_TintsTheSideBeyond()
    {
        YearChartSpec spec = AChart.OfThreeMonths(100, 200, 400);
        using SKBitmap plain = AChart.Picture(spec);
        using SKBitmap limited = AChart.Picture(spec with { Limit = new("Limit", 300) });

        Assert.True(plain.Count(s_middle, White) - limited.Count(s_middle, White) > 3000);
    }

    [Fact]
    public void Png_EndlessTitle_StaysInsideTheMargins()
    {
        string endless = string.Concat(Enumerable.Repeat(AllLoans, 60));
        YearChartSpec spec = AChart.OfYear with { Title = endless, Subtitle = endless, Source = endless };
        using SKBitmap picture = AChart.Picture(spec);

        Assert.Equal(0, picture.Count(new(884, 0, 900, 450), color => color != SKColors.White));
    }

    [Fact]
    public void Draw_BesideSomethingElse_LeavesItAlone()
    {
        using SKBitmap page = new(700, 500);
        using SKCanvas canvas = new(page);
        canvas.Clear(SKColors.Red);
        canvas.Translate(50, 100);

        YearChart.Draw(canvas, AChart.OfYear, 600, 300);

        Assert.Equal(SKColors.Red, page.GetPixel(20, 250));
        Assert.Equal(SKColors.Red, page.GetPixel(350, 450));
        Assert.Equal(SKColors.Red, page.GetPixel(680, 250));
    }

    private static bool Dark(SKColor color) => color.Red < 130 && color.Green < 130 && color.Blue < 150;

    private static bool White(SKColor color) => color == SKColors.White;

    /// <summary>The ink of the first four characters of a title of 20 pixels, one number each.</summary>
    private static IEnumerable<int> Columns(SKBitmap picture, SKRectI heading) => Enumerable.Range(0, 4)
        .Select(i => picture.Count(new(20 + (20 * i), heading.Top, 40 + (20 * i), heading.Bottom), Dark));
}
