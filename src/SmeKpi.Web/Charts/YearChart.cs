using ScottPlot;
using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>Draws one year of one target: what was reached, what should have been, what must be.</summary>
/// <remarks>The same picture every time: no clock, no culture, no font of the machine.</remarks>
public static class YearChart
{
    private const float Margin = 20;
    private const float NoteSize = 12;

    /// <param name="width">Pixels; at least 240.</param>
    /// <param name="height">Pixels; at least 160.</param>
    /// <param name="scale">2 draws everything twice as large, for fine screens and print.</param>
    public static byte[] Png(YearChartSpec spec, int width, int height, float scale = 1) =>
        ChartFile.Png((canvas, wide, high) => Draw(canvas, spec, wide, high), width, height, scale);

    /// <summary>A document of shapes alone: it looks the same where no Chinese font is installed.</summary>
    public static string Svg(YearChartSpec spec, int width, int height) =>
        ChartFile.Svg((canvas, wide, high) => Draw(canvas, spec, wide, high), width, height, spec.Title, spec.Subtitle);

    /// <summary>Draws with the top left corner at the canvas's origin; for a page of a PDF, too.</summary>
    public static void Draw(SKCanvas canvas, YearChartSpec spec, float width, float height)
    {
        float inner = width - (2 * Margin);
        float top = ChartHeading.Draw(canvas, spec.Title, spec.Subtitle, spec.Watermark, inner);
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
