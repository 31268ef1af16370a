using SmeKpi.Core.Forecasts.Models;
using SmeKpi.Core.Policies;

namespace SmeKpi.Core.Forecasts;

/// <summary>What every model would have said at every past month of a series: forecasts from rolling origins.</summary>
/// <remarks>An origin sees the flows before it and nothing else. Method: Tashman, Int. J. of Forecasting 16 (2000).</remarks>
internal sealed class SeriesTrials
{
    /// <summary>A year of flows must be known before the first origin.</summary>
    public const int FirstOrigin = 12;

    private readonly double[]?[][] _forecasts;

    public SeriesTrials(FlowSeries series, NewYearLull lull)
    {
        Series = series;
        _forecasts = new double[]?[series.Flows.Count + 1][];
        for (int known = FirstOrigin; known <= series.Flows.Count; known++)
        {
            NewYearTiming timing = new(series, known, 12, lull);
            _forecasts[known] =
            [
                .. ModelCatalog.Forecast(timing.Comparable(series, known), 12)
                    .Select(model => model is null ? null : timing.Own(model, known)),
            ];
        }
    }

    public FlowSeries Series { get; }

    /// <summary>Forecast of a model from an origin, first month ahead first; null when it cannot say anything.</summary>
    /// <param name="known">The number of flows that the origin sees.</param>
    public double[]? Forecast(ForecastModel model, int known) => _forecasts[known][(int)model];

    /// <summary>Real flow minus forecast for one month ahead; null when the model cannot say anything.</summary>
    public double? Residual(ForecastModel model, int known) => Forecast(model, known) is { } ahead
        ? Series.Flows[known] - ahead[0]
        : null;

    /// <summary>How far the sum over the months ahead was off, for every origin and every number of months up to one.</summary>
    /// <param name="upTo">Flows that may be used: later ones are not known yet.</param>
    /// <returns>Null when the model could say nothing at one of the origins.</returns>
    public IReadOnlyList<CumulatedError>? Errors(ForecastModel model, int upTo, int months)
    {
        List<CumulatedError> errors = [];
        for (int known = FirstOrigin; known < upTo; known++)
        {
            if (Forecast(model, known) is not { } ahead)
            {
                return null;
            }

            double error = 0;
            for (int month = 0; month < months && known + month < upTo; month++)
            {
                error += Series.Flows[known + month] - ahead[month];
                errors.Add(new CumulatedError(month + 1, error));
            }
        }

        return errors;
    }
}

/// <param name="Months">Over how many months ahead.</param>
/// <param name="Error">Real sum minus forecast sum.</param>
internal readonly record struct CumulatedError(int Months, double Error);
