using ScottPlot;
using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>The legend: rows above the plot, so that it can never cover a line.</summary>
internal sealed class ChartLegend
{
    public const float RowHeight = 20;

    private const float FontSize = 12.5f;
    private const float SampleWidth = 34;
    private const float Space = 8;
    private const float BetweenEntries = 22;

    private readonly List<(string Label, ChartStroke Stroke, SKPoint At)> _entries = [];

    public ChartLegend(YearChartSpec spec, float width)
    {
        SKPoint at = SKPoint.Empty;
        foreach ((string label, ChartStroke stroke) in Entries(spec))
        {
            float entry = SampleWidth + Space + ChartText.Width(label, FontSize);
            if (at.X > 0 && at.X + entry > width)
            {
                at = new SKPoint(0, at.Y + RowHeight);
            }

            _entries.Add((label, stroke, at));
            at.X += entry + BetweenEntries;
        }

        Height = at.Y + RowHeight;
    }

    public float Height { get; }

    public void Draw(SKCanvas canvas, float left, float top)
    {
        foreach ((string label, ChartStroke stroke, SKPoint at) in _entries)
        {
            float x = left + at.X;
            float middle = top + at.Y + (RowHeight / 2);
            DrawSample(canvas, stroke, x, middle);
            ChartText.Draw(canvas, label, x + SampleWidth + Space, middle + 4.5f, FontSize, ChartInk.Text);
        }
    }

    private static IEnumerable<(string Label, ChartStroke Stroke)> Entries(YearChartSpec spec)
    {
        (string? Label, ChartStroke Stroke)[] all =
        [
            (spec.Actual.Label, ChartStroke.Actual),
            (spec.YearBefore?.Label, ChartStroke.YearBefore),
            (spec.LinearPace?.Label, ChartStroke.LinearPace),
            (spec.SeasonalPace?.Label, ChartStroke.SeasonalPace),
            .. spec.Beside.Zip(ChartStroke.Beside, (line, stroke) => ((string?)line.Label, stroke)),
            (spec.Target?.Label, ChartStroke.Target),
            (spec.Limit?.Label, ChartStroke.Limit),
            (spec.Expected?.Label, ChartStroke.Expected),
            .. ChartBands.Of(spec).Reverse().Select(each => ((string?)each.Band.Label, each.Stroke)),
        ];
        return all.Where(entry => entry.Label is not null).Select(entry => (entry.Label!, entry.Stroke));
    }

    private static void DrawBand(SKCanvas canvas, SKColor fill, SKPaint edge, float x, float y)
    {
        const float Half = 5;
        using SKPaint inside = new() { Color = fill };
        canvas.DrawRect(new SKRect(x, y - Half, x + SampleWidth, y + Half), inside);
        canvas.DrawLine(x, y - Half, x + SampleWidth, y - Half, edge);
        canvas.DrawLine(x, y + Half, x + SampleWidth, y + Half, edge);
    }

    private static void DrawSample(SKCanvas canvas, ChartStroke stroke, float x, float y)
    {
        using SKPaint line = new()
        {
            Color = stroke.Color, StrokeWidth = stroke.Width, IsStroke = true, IsAntialias = true,
        };
        using SKPathEffect? dashes = stroke.Dashes.Length == 0 ? null : SKPathEffect.CreateDash(stroke.Dashes, 0);
        line.PathEffect = dashes;
        if (stroke.Fill is { } fill)
        {
            DrawBand(canvas, fill, line, x, y);
            return;
        }

        canvas.DrawLine(x, y, x + SampleWidth, y, line);

        if (stroke.Marker != MarkerShape.None)
        {
            MarkerStyle marker = ChartLines.MarkerOf(stroke);
            using Paint paint = Paint.NewDisposablePaint();
            Drawing.DrawMarker(canvas, paint, new Pixel(x + (SampleWidth / 2), y), marker);
        }
    }
}
