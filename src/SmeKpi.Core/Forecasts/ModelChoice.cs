using SmeKpi.Core.Forecasts.Models;

namespace SmeKpi.Core.Forecasts;

/// <summary>How well a model did on a series from rolling origins.</summary>
/// <param name="MeanAbsoluteError">
/// Of the sums over one month ahead to as many as are left, in the unit of the flows; null when the model does not apply.
/// </param>
/// <param name="Bias">Mean of real sum minus forecast sum: above zero, the model said too little.</param>
public sealed record ModelScore(ForecastModel Model, double? MeanAbsoluteError, double? Bias);

/// <summary>The model that is chosen for a series: the one with the least mean absolute error of the sums ahead.</summary>
/// <param name="Scores">Of every model, in the order of the list.</param>
/// <param name="Errors">Those of the chosen model.</param>
internal sealed record ModelChoice(
    ForecastModel Model, IReadOnlyList<ModelScore> Scores, IReadOnlyList<CumulatedError> Errors)
{
    /// <param name="known">Flows that may be used.</param>
    /// <param name="months">Months that are left to the end of the year.</param>
    public static ModelChoice Of(SeriesTrials trials, int known, int months)
    {
        List<ModelScore> scores = [.. ModelCatalog.All.Select(model => Score(
            model, trials.Forecast(model, known) is null ? null : trials.Errors(model, known, months)))];
        ForecastModel best = scores.Where(score => score.MeanAbsoluteError is not null)
            .MinBy(score => score.MeanAbsoluteError)!.Model;
        return new ModelChoice(best, scores, trials.Errors(best, known, months)!);
    }

    private static ModelScore Score(ForecastModel model, IReadOnlyList<CumulatedError>? errors) => errors is null or []
        ? new ModelScore(model, null, null)
        : new ModelScore(
            model, errors.Average(each => Math.Abs(each.Error)), errors.Average(each => each.Error));
}
