using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts;

/// <summary>Why there is no forecast.</summary>
public enum ForecastGap
{
    /// <summary>Figures of the month are missing or a bank has not reported them: missing is never green.</summary>
    Incomplete,

    /// <summary>Too few complete monthly flows before it.</summary>
    TooShort,

    /// <summary>December: the verdict itself stands.</summary>
    Final,

    /// <summary>A figure of the year before is missing, or a denominator may fall to zero.</summary>
    NotAssessable,
}

/// <summary>The year end of one target as seen from one month. For the city as a whole.</summary>
public sealed record TargetForecast
{
    /// <summary>The provision, as in M01.1.</summary>
    public required string Id { get; init; }

    /// <summary>The last month with figures.</summary>
    public required YearMonth Month { get; init; }

    public required string Region { get; init; }

    /// <summary>Null when there is a forecast.</summary>
    public required ForecastGap? Gap { get; init; }

    /// <summary>The share of simulated courses that meet the target in December, from 0 to 1, unrounded.</summary>
    /// <returns>Null without a forecast and in a year without a target.</returns>
    public decimal? Probability { get; init; }

    /// <summary>What must be met in December; null in a year that the policy does not name.</summary>
    public Quantity? Target { get; init; }

    /// <summary>The bands of each month ahead, December last; empty without a forecast.</summary>
    public IReadOnlyList<ForecastBands> Fan { get; init; } = [];

    /// <summary>The models of each series; empty without a forecast.</summary>
    public IReadOnlyList<SeriesChoice> Series { get; init; } = [];

    /// <summary>How many complete monthly flows there are up to the month.</summary>
    public required int HistoryMonths { get; init; }

    public required bool Synthetic { get; init; }

    public ForecastBands? YearEnd => Fan.Count == 0 ? null : Fan[^1];
}

/// <summary>Bands of simulated values in the provision's unit; the 50 % band runs from <c>Low50</c> to <c>High50</c>.</summary>
public sealed record ForecastBands(
    YearMonth Month,
    decimal Low95,
    decimal Low80,
    decimal Low50,
    decimal Median,
    decimal High50,
    decimal High80,
    decimal High95);

/// <param name="Series">Position in the target's list of series.</param>
/// <param name="Unit">Of the flows and their errors.</param>
public sealed record SeriesChoice(int Series, Unit Unit, Models.ForecastModel Chosen, IReadOnlyList<ModelScore> Scores);
