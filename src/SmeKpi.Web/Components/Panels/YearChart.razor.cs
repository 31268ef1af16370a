using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using SmeKpi.Core.Units;
using SmeKpi.Web.Components.Drawing;
using SmeKpi.Web.Formatting;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Components.Panels;

/// <summary>The value of each month of a year against target and pace; a missing month is a gap.</summary>
public sealed partial class YearChart
{
    [Inject] public required BesideWords Besides { get; init; }

    [Parameter, EditorRequired] public TargetView Target { get; set; } = null!;

    /// <summary>The query part of the address, so that the downloads show the same.</summary>
    [Parameter] public string Address { get; set; } = "";

    private (decimal Divisor, string Name) Unit => Format.Axis(Target.Provision.Unit ?? Core.Units.Unit.Count);

    private IReadOnlyList<(string Name, string Colour, decimal?[] Values)> Series =>
        [.. All.Where(line => line.Values.Any(value => value is not null))];

    // Colours are the theme's, so that a chart follows a change of theme without being drawn again.
    private IEnumerable<(string Name, string Colour, decimal?[] Values)> All =>
    [
        (Text["Value"], "var(--chart-value)", Numbers(point => point.Drawn)),
        (Text["Target"], "var(--chart-target)", Numbers(point => point.Target)),
        (Text["LinearPace"], "var(--chart-pace)", Numbers(point => point.Pace)),
        (Text["SeasonalPace"], "var(--chart-seasonal)", Numbers(point => point.SeasonalPace)),
        .. Target.Beside.Select((beside, at) =>
            (Besides.Name(beside), $"var(--chart-beside-{at})", beside.Year.Select(value => value?.Number / Unit.Divisor).ToArray())),
    ];

    private ChartAxis Axis => ChartAxis.For(Span);

    private decimal Span
    {
        get
        {
            decimal[] numbers = [.. Series.SelectMany(line => line.Values).OfType<decimal>()];
            return numbers.Max() - (StartsAtZero ? Math.Min(0m, numbers.Min()) : numbers.Min());
        }
    }

    private bool StartsAtZero => Target.Provision.Unit is Core.Units.Unit.Yuan or Core.Units.Unit.BasisPoints;

    private List<ChartSeries<double>> Drawn =>
        [.. Series.Select(line => new ChartSeries<double>
        {
            Name = line.Name,
            Data = line.Values.Select(value => (double?)(value * Axis.Factor)).ToArray(),
        })];

    private string[] Labels => [.. Target.Year.Select(point => Target.Events.Mark(point.Month, Format.ShortMonth(point.Month)))];

    private LineChartOptions Options
    {
        get
        {
            ChartAxis axis = Axis;
            return new LineChartOptions
            {
                ChartPalette = [.. Series.Select(line => line.Colour)],
                InterpolationOption = InterpolationOption.Straight,
                LineStrokeWidth = 2.5,
                // A month between two gaps has no line: its mark is all there is of it (app.css keeps those of the value).
                ShowDataMarkers = true,
                // Marks come only with it; the box itself would need a circuit and never opens.
                ShowToolTips = true,
                YAxisRequireZeroPoint = StartsAtZero,
                YAxisTicks = axis.Step,
                YAxisToStringFunc = drawn =>
                    (drawn / axis.Factor).ToString("N" + axis.Decimals, CultureInfo.InvariantCulture),
            };
        }
    }

    private decimal?[] Numbers(Func<YearPoint, Quantity?> line) =>
        [.. Target.Year.Select(point => line(point)?.Number / Unit.Divisor)];
}
