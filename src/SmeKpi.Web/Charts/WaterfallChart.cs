using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Charts;

/// <summary>What a waterfall shows. Every word is already in the reader's language.</summary>
/// <param name="Unit">Stands above the bars.</param>
/// <param name="Format">Writes a value with its sign and unit.</param>
/// <param name="Watermark">The tag beside the title and the large word across the chart, such as "synthetic data".</param>
/// <param name="NoData">Stands in the picture when there is no bar.</param>
public sealed record WaterfallSpec(
    string Title,
    string Subtitle,
    string Source,
    string Unit,
    IReadOnlyList<(string Label, WaterfallBar Bar)> Bars,
    Func<WaterfallBar, string> Format,
    string? Watermark,
    string NoData);

/// <summary>Draws who moved a target: one bar each, from top to bottom, each beginning where the last one ended.</summary>
/// <remarks>The same picture every time: no clock, no culture, no font of the machine.</remarks>
public static class WaterfallChart
{
    private const float Margin = 20;
    private const float LabelSize = 12;
    private const float LongestLabel = 300;

    public static byte[] Png(WaterfallSpec spec, int width, int height) =>
        ChartFile.Png((canvas, wide, high) => Draw(canvas, spec, wide, high), width, height);

    public static string Svg(WaterfallSpec spec, int width, int height) =>
        ChartFile.Svg((canvas, wide, high) => Draw(canvas, spec, wide, high), width, height, spec.Title, spec.Subtitle);

    /// <summary>Draws with the top left corner at the canvas's origin; for a page of a PDF, too.</summary>
    public static void Draw(SKCanvas canvas, WaterfallSpec spec, float width, float height)
    {
        _ = ChartFont.Typeface;
        float inner = width - (2 * Margin);
        float top = ChartHeading.Draw(canvas, spec.Title, spec.Subtitle, spec.Watermark, inner) + 14;
        ChartText.Draw(canvas, spec.Unit, Margin, top, LabelSize, ChartInk.Muted);
        ChartText.DrawWithin(canvas, spec.Source, new(Margin, height - 14), inner, 11, ChartInk.Muted);
        if (spec.Bars.Count == 0)
        {
            ChartText.Draw(canvas, spec.NoData, width / 2, height / 2, 15, ChartInk.Muted, SKTextAlign.Center);
            return;
        }

        DrawPlot(canvas, spec, new SKRect(Margin, top + 4, width - Margin, height - 32));
    }

    private static void DrawPlot(SKCanvas canvas, WaterfallSpec spec, SKRect area)
    {
        float labels = Math.Min(LongestLabel, spec.Bars.Max(bar => ChartText.Width(bar.Label, LabelSize))) + 12;
        using Plot plot = PlotOf(spec);
        canvas.Save();
        // ScottPlot clears the whole canvas before it draws; the clip keeps that off the heading and the page.
        canvas.ClipRect(area);
        canvas.Translate(area.Left, area.Top);
        SKRect inside = new(labels, 0, area.Width, area.Height);
        plot.Layout.Fixed(new PixelPadding(labels, 90, 26, 4));
        plot.Render(canvas, new PixelRect(0, area.Width, area.Height, 0));
        for (int at = 0; at < spec.Bars.Count; at++)
        {
            DrawWords(canvas, spec, plot, at, inside);
        }

        canvas.Restore();
    }

    private static Plot PlotOf(WaterfallSpec spec)
    {
        Plot plot = new();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.Transparent;
        AddWatermark(plot, spec.Watermark);
        Bar[] bars = [.. spec.Bars.Select((each, at) => new Bar
        {
            Position = -at,
            ValueBase = (double)each.Bar.From,
            Value = (double)each.Bar.To,
            Size = 0.62,
            LineWidth = 0,
            FillColor = ColorOf(each.Bar).ToScottPlot(),
            Orientation = Orientation.Horizontal,
        })];
        plot.Add.Bars(bars);
        plot.Add.VerticalLine(0, 1.2f, ChartInk.Axis.ToScottPlot());
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontName = ChartFont.Family;
            axis.TickLabelStyle.FontSize = LabelSize;
            axis.TickLabelStyle.ForeColor = ChartInk.Muted.ToScottPlot();
            axis.FrameLineStyle.IsVisible = false;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Grid.XAxisStyle.MajorLineStyle.Color = ChartInk.Grid.ToScottPlot();
        double low = (double)spec.Bars.Min(each => Math.Min(0m, Math.Min(each.Bar.From, each.Bar.To)));
        double high = (double)spec.Bars.Max(each => Math.Max(0m, Math.Max(each.Bar.From, each.Bar.To)));
        double air = Math.Max(high - low, 1e-6) * 0.04;
        plot.Axes.SetLimits(low - air, high + air, -spec.Bars.Count + 0.4, 0.6);
        return plot;
    }

    private static void AddWatermark(Plot plot, string? text)
    {
        if (text is null)
        {
            return;
        }

        var mark = plot.Add.Annotation(text, Alignment.MiddleCenter);
        mark.LabelFontName = ChartFont.Family;
        mark.LabelFontSize = 90;
        mark.LabelFontColor = ChartInk.Watermark.ToScottPlot();
        mark.LabelBackgroundColor = Colors.Transparent;
        mark.LabelBorderColor = Colors.Transparent;
        mark.LabelShadowColor = Colors.Transparent;
        mark.LabelStyle.BorderWidth = 0;
    }

    private static void DrawWords(SKCanvas canvas, WaterfallSpec spec, Plot plot, int at, SKRect inside)
    {
        (string label, WaterfallBar bar) = spec.Bars[at];
        Pixel end = plot.GetPixel(new Coordinates((double)Math.Max(bar.From, bar.To), -at));
        ChartText.DrawWithin(canvas, label, new(0, end.Y + 4), inside.Left - 10, LabelSize, ChartInk.Text);
        ChartText.Draw(canvas, spec.Format(bar), end.X + 6, end.Y + 4, LabelSize, ChartInk.Text);
    }

    // Told apart without colour too: each value carries its sign, and the total its name.
    private static SKColor ColorOf(WaterfallBar bar) => bar.Kind == WaterfallKind.Total ? ChartStroke.LinearPace.Color
        : bar.Value.Number < 0m ? ChartStroke.Target.Color
        : ChartStroke.Actual.Color;
}
