using ScottPlot;
using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>The numbers and words inside a drawn plot.</summary>
internal static class ChartLabels
{
    private const float Size = 12.5f;
    private const float LatestSize = 14;
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
            ChartText.Draw(canvas, words, middle.X, middle.Y + 5, 15, ChartInk.Muted, SKTextAlign.Center);
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

    /// <summary>Writes the latest value above or below its point, wherever fewer lines are in the way.</summary>
    private static void DrawLatest(SKCanvas canvas, YearChartSpec spec, Plot plot, PixelRect data)
    {
        int month = spec.Actual.Values.ToList().FindLastIndex(value => value is not null);
        if (month < 0)
        {
            return;
        }

        decimal value = spec.Actual.Values[month]!.Value;
        Pixel point = plot.GetPixel(new Coordinates(month, (double)value));
        float[] lines = [.. Neighbours(spec, month).Select(y => plot.GetPixel(new Coordinates(month, (double)y)).Y)];
        float above = Clearance(point.Y - 16, lines, data);
        float below = Clearance(point.Y + 17, lines, data);
        float baseline = point.Y + (below > above ? 22 : -11);

        string text = spec.Format(value);
        float half = (ChartText.Width(text, LatestSize) / 2) + 3;
        float x = Math.Clamp(point.X, data.Left + half, Math.Max(data.Left + half, data.Right - half));
        using SKPaint paper = new() { Color = SKColors.White.WithAlpha(0xC8), IsAntialias = true };
        canvas.DrawRoundRect(new SKRect(x - half, baseline - 11.5f, x + half, baseline + 2), 2, 2, paper);
        ChartText.Draw(canvas, text, x, baseline, LatestSize, ChartStroke.Actual.Color, SKTextAlign.Center);
    }

    /// <returns>The distance from the middle of a label to the nearest line; nothing outside the plot.</returns>
    private static float Clearance(float middle, float[] lines, PixelRect data) =>
        middle - 8 < data.Top || middle + 8 > data.Bottom
            ? -1
            : lines.Select(line => Math.Abs(line - middle)).Append(data.Height).Min();

    /// <summary>What else stands at the month, and where the line itself comes from.</summary>
    private static IEnumerable<decimal> Neighbours(YearChartSpec spec, int month)
    {
        ChartLine?[] others = [spec.YearBefore, spec.LinearPace, spec.SeasonalPace, .. spec.Beside];
        decimal? before = month > 0 ? (spec.Actual.Values[month - 1] + spec.Actual.Values[month]) / 2 : null;
        return others.Select(line => line?.Values.ElementAtOrDefault(month)).Append(before).OfType<decimal>()
            .Concat(Levels(spec).Select(level => level.Value));
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
