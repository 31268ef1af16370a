using ScottPlot;
using ScottPlot.Plottables;

namespace SmeKpi.Web.Charts;

/// <summary>Puts lines, levels and marks into a plot. Months stand at 0, 1, 2 … of the horizontal axis.</summary>
internal static class ChartLines
{
    /// <summary>Draws each unbroken run by itself, so that a missing month is a gap and never a bridge.</summary>
    public static void AddLine(Plot plot, ChartLine? line, ChartStroke stroke)
    {
        if (line is null)
        {
            return;
        }

        foreach (Coordinates[] run in Runs(line.Values))
        {
            Scatter scatter = plot.Add.Scatter(run);
            scatter.Color = stroke.PlotColor;
            scatter.LineWidth = run.Length == 1 ? 0 : stroke.Width;
            scatter.LinePattern = stroke.Pattern;
            scatter.MarkerStyle = MarkerOf(stroke);
        }
    }

    public static void AddLevel(Plot plot, ChartLevel? level, ChartStroke stroke)
    {
        if (level is null)
        {
            return;
        }

        HorizontalLine line = plot.Add.HorizontalLine((double)level.Value);
        line.LineColor = stroke.PlotColor;
        line.LineWidth = stroke.Width;
        line.LinePattern = stroke.Pattern;
    }

    public static MarkerStyle MarkerOf(ChartStroke stroke) => new(stroke.Marker, stroke.MarkerSize, stroke.PlotColor)
    {
        FillColor = stroke.Marker == MarkerShape.FilledCircle ? stroke.PlotColor : Colors.White,
        LineColor = stroke.PlotColor,
        LineWidth = stroke.Marker == MarkerShape.FilledCircle ? 0 : 1.4f,
        OutlineColor = stroke.PlotColor,
        OutlineWidth = 0,
    };

    private static IEnumerable<Coordinates[]> Runs(IReadOnlyList<decimal?> values)
    {
        List<Coordinates> run = [];
        for (int month = 0; month < values.Count; month++)
        {
            if (values[month] is { } value)
            {
                run.Add(new Coordinates(month, (double)value));
            }
            else if (run.Count > 0)
            {
                yield return [.. run];
                run.Clear();
            }
        }

        if (run.Count > 0)
        {
            yield return [.. run];
        }
    }
}
