namespace SmeKpi.Web.Charts;

/// <summary>What the chart of one year shows. Every word is already in the reader's language.</summary>
/// <remarks>All values are in the unit the axis names (亿元, %, BP); a missing value is null and leaves a gap.</remarks>
public sealed record YearChartSpec
{
    public required string Title { get; init; }

    /// <summary>One line under the title: region, reading, scope. Also the description of the SVG.</summary>
    public string? Subtitle { get; init; }

    /// <summary>One line under the chart: publisher, date, as-of moment.</summary>
    public string? Source { get; init; }

    /// <summary>Stands above the value axis.</summary>
    public required string Unit { get; init; }

    /// <summary>The labels of the months, in order; one value of each line per label.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>Writes a value in the reader's culture, with thousands separators.</summary>
    public required Func<decimal, string> Format { get; init; }

    /// <summary>Writes a value at the axis, where fewer decimals do; as <see cref="Format"/> when null.</summary>
    public Func<decimal, string>? FormatTick { get; init; }

    public required ChartLine Actual { get; init; }

    /// <summary>The same months of the year before.</summary>
    public ChartLine? YearBefore { get; init; }

    public ChartLine? LinearPace { get; init; }

    public ChartLine? SeasonalPace { get; init; }

    /// <summary>Published lines of others: the nation, the province; at most two.</summary>
    public IReadOnlyList<ChartLine> Beside { get; init; } = [];

    /// <summary>Bands of the months ahead, the widest first; empty where nothing is foretold.</summary>
    public IReadOnlyList<ChartBand> Bands { get; init; } = [];

    /// <summary>The middle of the bands.</summary>
    public ChartLine? Expected { get; init; }

    /// <summary>What must be reached.</summary>
    public ChartLevel? Target { get; init; }

    /// <summary>What must not be exceeded, such as the tolerance of M10.1; the side beyond it is tinted.</summary>
    public ChartLevel? Limit { get; init; }

    /// <summary>Months at which the statistics changed, such as a coverage break.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>Written large across the chart and as a tag beside the title, such as "synthetic data".</summary>
    public string? Watermark { get; init; }

    /// <summary>Stands in the empty chart when no line has a value.</summary>
    public string? NoData { get; init; }
}

/// <param name="Label">The line's name in the legend.</param>
/// <param name="Values">One per month; null is a gap. May be shorter than the year.</param>
public sealed record ChartLine(string Label, IReadOnlyList<decimal?> Values);

/// <param name="Label">The band's name in the legend.</param>
public sealed record ChartBand(string Label, IReadOnlyList<ChartBandMonth> Months);

/// <param name="Month">Position in <see cref="YearChartSpec.Months"/>, from 0.</param>
public sealed record ChartBandMonth(int Month, decimal Low, decimal High);

/// <summary>A horizontal line.</summary>
public sealed record ChartLevel(string Label, decimal Value);

/// <param name="Month">Position in <see cref="YearChartSpec.Months"/>, from 0.</param>
/// <param name="Label">A few words, written along the line.</param>
public sealed record ChartMark(int Month, string Label);
