using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts;

/// <summary>回测: what the same method would have said at past months about months that are known by now.</summary>
/// <remarks>
/// As many months ahead as the forecast has left, from every past month; a "year" is then the twelve months up to the month
/// that was foretold. The event whose probability is scored: to meet a fixed mark, as a target is one. The mark is the middle of
/// the real values, so that about half of them meet it; no forecast knew it.
/// </remarks>
/// <param name="Mark">In the provision's unit; null without origins.</param>
public sealed record BackTest(
    string Id, YearMonth Month, int MonthsAhead, decimal? Mark, IReadOnlyList<BackTestOrigin> Origins)
{
    /// <summary>The share of origins whose real value lay in the 50, 80 and 95 % band; null without origins.</summary>
    public decimal? Coverage50 => Share(origin => origin.Bands.Low50 <= origin.Real && origin.Real <= origin.Bands.High50);

    public decimal? Coverage80 => Share(origin => origin.IsWithin80);

    public decimal? Coverage95 => Share(origin => origin.Bands.Low95 <= origin.Real && origin.Real <= origin.Bands.High95);

    /// <summary>Mean of real value minus median, in the provision's unit: above zero, the forecast said too little.</summary>
    public decimal? Bias => Mean(origin => origin.Real - origin.Bands.Median);

    public decimal? MeanAbsoluteError => Mean(origin => Math.Abs(origin.Real - origin.Bands.Median));

    /// <summary>Brier score: mean of (probability − what happened)²; 0 is perfect. Brier (1950).</summary>
    public decimal? Brier => Mean(origin => Squared(origin.Probability - Happened(origin)));

    /// <summary>The Brier score of always naming the share of origins at which the event happened.</summary>
    public decimal? BaseRateBrier => Mean(Happened) is { } rate ? rate * (1 - rate) : null;

    private static decimal Happened(BackTestOrigin origin) => origin.Happened ? 1m : 0m;

    private static decimal Squared(decimal number) => number * number;

    private decimal? Share(Func<BackTestOrigin, bool> holds) => Mean(origin => holds(origin) ? 1m : 0m);

    private decimal? Mean(Func<BackTestOrigin, decimal> number) => Origins.Count == 0 ? null : Origins.Average(number);
}

/// <param name="Month">The last month that the forecast knew.</param>
/// <param name="Bands">Of the month foretold.</param>
/// <param name="Real">What the month foretold brought.</param>
/// <param name="Probability">Of meeting the mark.</param>
public sealed record BackTestOrigin(
    YearMonth Month, ForecastBands Bands, decimal Real, decimal Probability, bool Happened)
{
    public bool IsWithin80 => Bands.Low80 <= Real && Real <= Bands.High80;
}
