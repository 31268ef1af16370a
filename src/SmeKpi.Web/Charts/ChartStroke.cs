using ScottPlot;
using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>How one kind of line looks. No two share pattern and marker, so that a grey print stays readable.</summary>
internal sealed record ChartStroke(SKColor Color, float Width, float[] Dashes, MarkerShape Marker, float MarkerSize)
{
    public static ChartStroke Actual { get; } = new(new(0xFF0B4F8A), 2.8f, [], MarkerShape.FilledCircle, 8);

    public static ChartStroke YearBefore { get; } = new(new(0xFF8A94A3), 1.4f, [], MarkerShape.OpenCircle, 6);

    public static ChartStroke LinearPace { get; } = new(new(0xFF5B6472), 1.6f, [7, 5], MarkerShape.None, 0);

    public static ChartStroke SeasonalPace { get; } = new(new(0xFF00796B), 1.8f, [2, 3.5f], MarkerShape.OpenDiamond, 6);

    /// <summary>Lines of others, thin: the first and the second.</summary>
    public static IReadOnlyList<ChartStroke> Beside { get; } =
    [
        new(new(0xFF5B4B8A), 1.4f, [9, 3, 2, 3], MarkerShape.OpenSquare, 5),
        new(new(0xFF0F6B6B), 1.4f, [3, 3], MarkerShape.OpenTriangleUp, 6),
    ];

    public static ChartStroke Target { get; } = new(new(0xFFC2571A), 2.2f, [], MarkerShape.None, 0);

    public static ChartStroke Limit { get; } = new(new(0xFFB3261E), 2.2f, [12, 4, 2.5f, 4], MarkerShape.None, 0);

    public static ChartStroke Band95 { get; } =
        new(new(0xFF7FA3C7), 1.2f, [1.5f, 3], MarkerShape.None, 0) { Fill = new(0xFFE9F0F8) };

    public static ChartStroke Band80 { get; } =
        new(new(0xFF5F8DBA), 1.2f, [6, 3], MarkerShape.None, 0) { Fill = new(0xFFCFDFEF) };

    public static ChartStroke Band50 { get; } =
        new(new(0xFF3F76AC), 1.2f, [], MarkerShape.None, 0) { Fill = new(0xFFA5C3E0) };

    public static ChartStroke Expected { get; } = new(new(0xFF0B4F8A), 2, [3, 3], MarkerShape.OpenCircle, 6);

    /// <summary>What lies between the edges of a band; null for lines.</summary>
    public SKColor? Fill { get; init; }

    public LinePattern Pattern => Dashes.Length == 0 ? LinePattern.Solid : new LinePattern(Dashes, 0, "own");

    public Color PlotColor => Color.ToScottPlot();
}

/// <summary>Colours of what is not a line.</summary>
internal static class ChartInk
{
    public static SKColor Text { get; } = new(0xFF1C2430);

    public static SKColor Muted { get; } = new(0xFF5B6472);

    public static SKColor Grid { get; } = new(0xFFE3E7EC);

    public static SKColor Axis { get; } = new(0xFF9AA3AF);

    public static SKColor Watermark { get; } = new(0x24707A88);

    public static SKColor Tag { get; } = new(0xFF8A5A00);

    public static Color ToScottPlot(this SKColor color) => new(color.Red, color.Green, color.Blue, color.Alpha);
}
