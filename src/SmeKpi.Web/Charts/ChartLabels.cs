using ScottPlot;
using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>The numbers and words inside a drawn plot.</summary>
internal static class ChartLabels
{
    private const float Size = 12.5f;
    private const float LineHeight = 16;

    /// <summary>The room that the values of target and limit need beside the plot.</summary>
    public static float RightMargin(YearChartSpec spec) =>
        Levels(spec).Select(level => ChartText.Width(spec.Format(level.Value), Size) + 8).DefaultIfEmpty(8).Max();

    public static void Draw(SKCanvas canvas, YearChartSpec spec, Plot plot)
    {
        PixelRect data = plot.LastRender.DataRect;
        DrawLevels(canvas, spec, plot, data);
        DrawMarks(canvas, spec, plot, data);
        DrawLatest(canvas, spec, plot, data);

        if (spec.NoData is { } words && spec.Actual.Values.All(value => value is null))
        {
            SKPoint middle = new((data.Left + data.Right) / 2, (data.Top + data.Bottom) / 2);
            ChartText.Draw(canvas, words, middle.X, middle.Y, 15, ChartInk.Muted, SKTextAlign.Center);
        }
    }

    private static void DrawLevels(SKCanvas canvas, YearChartSpec spec, Plot plot, PixelRect data)
    {
        float lowest = float.NegativeInfinity;
        foreach ((decimal value, SKColor color) in Levels(spec).OrderByDescending(level => level.Value))
        {
            float middle = Math.Max(plot.GetPixel(new Coordinates(0, (double)value)).Y, lowest + LineHeight);
            lowest = middle;
            ChartText.Draw(canvas, spec.Format(value), data.Right + 6, middle + 4.5f, Size, color);
        }
    }

    private static void DrawMarks(SKCanvas canvas, YearChartSpec spec, Plot plot, PixelRect data)
    {
        foreach (ChartMark mark in spec.Marks)
        {
            float x = plot.GetPixel(new Coordinates(mark.Month - 0.5, 0)).X;
            bool left = x + 4 + ChartText.Width(mark.Label, 11) > data.Right;
            ChartText.Draw(canvas, mark.Label, left ? x - 4 : x + 4, data.Bottom - 6, 11, ChartInk.Muted,
                left ? SKTextAlign.Right : SKTextAlign.Left);
        }
    }

    /// <summary>Writes the latest value above its point, or below where the plot ends.</summary>
    private static void DrawLatest(SKCanvas canvas, YearChartSpec spec, Plot plot, PixelRect data)
    {
        int month = spec.Actual.Values.ToList().FindLastIndex(value => value is not null);
        if (month < 0)
        {
            return;
        }

        decimal value = spec.Actual.Values[month]!.Value;
        Pixel point = plot.GetPixel(new Coordinates(month, (double)value));
        string text = spec.Format(value);
        float half = (ChartText.Width(text, 14) / 2) + 4;
        float x = Math.Clamp(point.X, data.Left + half, data.Right - half);
        float baseline = point.Y - 12 < data.Top + 14 ? point.Y + 22 : point.Y - 12;

        using SKPaint paper = new() { Color = SKColors.White.WithAlpha(0xD8), IsAntialias = true };
        canvas.DrawRoundRect(new SKRect(x - half, baseline - 14, x + half, baseline + 4), 3, 3, paper);
        ChartText.Draw(canvas, text, x, baseline, 14, ChartStroke.Actual.Color, SKTextAlign.Center);
    }

    private static IEnumerable<(decimal Value, SKColor Color)> Levels(YearChartSpec spec)
    {
        if (spec.Target is { } target)
        {
            yield return (target.Value, ChartStroke.Target.Color);
        }

        if (spec.Limit is { } limit)
        {
            yield return (limit.Value, ChartStroke.Limit.Color);
        }
    }
}
