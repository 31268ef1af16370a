using ScottPlot;
using ScottPlot.Plottables;

namespace SmeKpi.Web.Charts;

/// <summary>Draws the bands of a fan, the widest first. Each has a tone and an edge of its own, so that grey print tells them apart.</summary>
internal static class ChartBands
{
    private static readonly ChartStroke[] s_strokes = [ChartStroke.Band95, ChartStroke.Band80, ChartStroke.Band50];

    /// <summary>The bands with their looks, in the order of drawing.</summary>
    public static IEnumerable<(ChartBand Band, ChartStroke Stroke)> Of(YearChartSpec spec) => spec.Bands.Zip(s_strokes);

    public static void Add(Plot plot, YearChartSpec spec)
    {
        foreach ((ChartBand band, ChartStroke stroke) in Of(spec))
        {
            double[] months = [.. band.Months.Select(month => (double)month.Month)];
            double[] low = [.. band.Months.Select(month => (double)month.Low)];
            double[] high = [.. band.Months.Select(month => (double)month.High)];
            FillY fill = plot.Add.FillY(months, low, high);
            fill.FillColor = stroke.Fill!.Value.ToScottPlot();
            fill.LineWidth = 0;
            fill.MarkerStyle = MarkerStyle.None;
            AddEdge(plot, months, low, stroke);
            AddEdge(plot, months, high, stroke);
        }
    }

    private static void AddEdge(Plot plot, double[] months, double[] values, ChartStroke stroke)
    {
        Scatter edge = plot.Add.ScatterLine(months, values);
        edge.Color = stroke.PlotColor;
        edge.LineWidth = stroke.Width;
        edge.LinePattern = stroke.Pattern;
    }
}
