using System.Text;
using ScottPlot;
using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>Draws one year of one target: what was reached, what should have been, what must be.</summary>
/// <remarks>The same picture every time: no clock, no culture, no font of the machine.</remarks>
public static class YearChart
{
    private const float Margin = 20;
    private const float TitleSize = 20;
    private const float NoteSize = 12;

    /// <param name="width">Pixels; at least 240.</param>
    /// <param name="height">Pixels; at least 160.</param>
    /// <param name="scale">2 draws everything twice as large, for fine screens and print.</param>
    public static byte[] Png(YearChartSpec spec, int width, int height, float scale = 1)
    {
        CheckSize(width, height);
        using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        Draw(surface.Canvas, spec, width / scale, height / scale);
        using SKImage image = surface.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>A document of shapes alone: it looks the same where no Chinese font is installed.</summary>
    public static string Svg(YearChartSpec spec, int width, int height)
    {
        CheckSize(width, height);
        using MemoryStream svg = new();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), svg))
        {
            Draw(canvas, spec, width, height);
        }

        return SvgOutlines.Of(Encoding.UTF8.GetString(svg.ToArray()), spec.Title, spec.Subtitle);
    }

    /// <summary>Draws with the top left corner at the canvas's origin; for a page of a PDF, too.</summary>
    public static void Draw(SKCanvas canvas, YearChartSpec spec, float width, float height)
    {
        float inner = width - (2 * Margin);
        float top = DrawHeading(canvas, spec, inner);
        ChartLegend legend = new(spec, inner);
        legend.Draw(canvas, Margin, top);
        top += legend.Height + NoteSize + 6;
        ChartText.Draw(canvas, spec.Unit, Margin, top, NoteSize, ChartInk.Muted);

        float bottom = height - 8;
        if (spec.Source is { } source)
        {
            ChartText.DrawWithin(canvas, source, new(Margin, bottom - 6), inner, 11, ChartInk.Muted);
            bottom -= 24;
        }

        DrawPlot(canvas, spec, new SKRect(Margin, top + 4, width - Margin, bottom));
    }

    private static void CheckSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 240);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 160);
    }

    /// <returns>Where the next part begins.</returns>
    private static float DrawHeading(SKCanvas canvas, YearChartSpec spec, float inner)
    {
        float tag = spec.Watermark is { } text ? DrawTag(canvas, text, Margin + inner) : 0;
        ChartText.DrawWithin(canvas, spec.Title, new(Margin, 34), inner - tag, TitleSize, ChartInk.Text);
        if (spec.Subtitle is not { } subtitle)
        {
            return 46;
        }

        ChartText.DrawWithin(canvas, subtitle, new(Margin, 55), inner, 13, ChartInk.Muted);
        return 66;
    }

    /// <returns>The width it takes.</returns>
    private static float DrawTag(SKCanvas canvas, string text, float right)
    {
        float width = ChartText.Width(text, NoteSize) + 16;
        using SKPaint border = new() { Color = ChartInk.Tag, IsStroke = true, StrokeWidth = 1, IsAntialias = true };
        canvas.DrawRoundRect(new SKRect(right - width, 17.5f, right, 37.5f), 4, 4, border);
        ChartText.Draw(canvas, text, right - 8, 32, NoteSize, ChartInk.Tag, SKTextAlign.Right);
        return width + 12;
    }

    private static void DrawPlot(SKCanvas canvas, YearChartSpec spec, SKRect area)
    {
        float rightMargin = ChartLabels.RightMargin(spec);
        using Plot plot = YearPlot.Of(spec, new PixelSize(area.Width, area.Height), rightMargin);
        canvas.Save();
        // ScottPlot clears the whole canvas before it draws; the clip keeps that off the heading and the page.
        canvas.ClipRect(area);
        canvas.Translate(area.Left, area.Top);
        plot.Render(canvas, new PixelRect(0, area.Width, area.Height, 0));
        ChartLabels.Draw(canvas, spec, plot);
        canvas.Restore();
    }
}
