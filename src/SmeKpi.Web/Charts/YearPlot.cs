using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace SmeKpi.Web.Charts;

/// <summary>The ScottPlot part of the chart: axes, grid, watermark, lines.</summary>
internal static class YearPlot
{
    private const float TickSize = 12;

    public static Plot Of(YearChartSpec spec, PixelSize size, float rightMargin)
    {
        Plot plot = new();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.Transparent;
        plot.HideLegend();

        AddWatermark(plot, spec, size);
        AddLimitSide(plot, spec);
        AddMarks(plot, spec);
        ChartBands.Add(plot, spec);
        ChartLines.AddLevel(plot, spec.Target, ChartStroke.Target);
        ChartLines.AddLevel(plot, spec.Limit, ChartStroke.Limit);
        ChartLines.AddLine(plot, spec.YearBefore, ChartStroke.YearBefore);
        ChartLines.AddLine(plot, spec.LinearPace, ChartStroke.LinearPace);
        ChartLines.AddLine(plot, spec.SeasonalPace, ChartStroke.SeasonalPace);
        foreach ((ChartLine line, ChartStroke stroke) in spec.Beside.Zip(ChartStroke.Beside))
        {
            ChartLines.AddLine(plot, line, stroke);
        }

        ChartLines.AddLine(plot, spec.Expected, ChartStroke.Expected);
        ChartLines.AddLine(plot, spec.Actual, ChartStroke.Actual);

        (double low, double high) = ChartScale.Of(spec);
        if (low < 0 && high > 0)
        {
            plot.Add.HorizontalLine(0, 1.2f, ChartInk.Axis.ToScottPlot());
        }

        StyleAxes(plot, spec, rightMargin);
        plot.Axes.SetLimits(-0.6, spec.Months.Count - 0.4, low, high);
        return plot;
    }

    private static void StyleAxes(Plot plot, YearChartSpec spec, float rightMargin)
    {
        Func<decimal, string> format = spec.FormatTick ?? spec.Format;
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. Enumerable.Range(0, spec.Months.Count).Select(month => (double)month)], [.. spec.Months]);
        plot.Axes.Left.TickGenerator = new NumericAutomatic
        {
            LabelFormatter = value => format(Math.Round((decimal)value, 10)),
            MinimumTickSpacing = 36,
            MinorTickGenerator = new NoMinorTicks(),
        };

        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontName = ChartFont.Family;
            axis.TickLabelStyle.FontSize = TickSize;
            axis.TickLabelStyle.ForeColor = ChartInk.Muted.ToScottPlot();
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
            axis.FrameLineStyle.Color = ChartInk.Axis.ToScottPlot();
            axis.FrameLineStyle.IsVisible = axis == plot.Axes.Bottom;
        }

        plot.Axes.Right.MinimumSize = rightMargin;
        plot.Axes.Right.MaximumSize = rightMargin;
        plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = 6;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.YAxisStyle.MajorLineStyle.Color = ChartInk.Grid.ToScottPlot();
        plot.Grid.YAxisStyle.MajorLineStyle.Width = 1;
    }

    private static void AddWatermark(Plot plot, YearChartSpec spec, PixelSize size)
    {
        if (spec.Watermark is not { } text)
        {
            return;
        }

        const float measured = 100;
        float wide = size.Width * 0.55f / Math.Max(1, ChartText.Width(text, measured)) * measured;
        Annotation mark = plot.Add.Annotation(text, Alignment.MiddleCenter);
        mark.LabelFontName = ChartFont.Family;
        mark.LabelFontSize = Math.Min(wide, size.Height * 0.3f);
        mark.LabelFontColor = ChartInk.Watermark.ToScottPlot();
        mark.LabelBackgroundColor = Colors.Transparent;
        mark.LabelBorderColor = Colors.Transparent;
        mark.LabelShadowColor = Colors.Transparent;
        mark.LabelStyle.BorderWidth = 0;
    }

    private static void AddLimitSide(Plot plot, YearChartSpec spec)
    {
        if (spec.Limit is { } limit)
        {
            double beyond = Math.Max(ChartScale.Of(spec).High, (double)limit.Value);
            VerticalSpan tint = plot.Add.VerticalSpan((double)limit.Value, beyond);
            tint.FillColor = ChartStroke.Limit.PlotColor.WithAlpha(0.07);
            tint.LineStyle.Width = 0;
        }
    }

    private static void AddMarks(Plot plot, YearChartSpec spec)
    {
        foreach (ChartMark mark in spec.Marks)
        {
            VerticalLine line = plot.Add.VerticalLine(mark.Month - 0.5);
            line.LineColor = ChartInk.Axis.ToScottPlot();
            line.LineWidth = 1;
            line.LinePattern = LinePattern.Dotted;
        }
    }

    private sealed class NoMinorTicks : IMinorTickGenerator
    {
        public IEnumerable<double> GetMinorTicks(double[] majorTicks, CoordinateRange visibleRange) => [];
    }
}
