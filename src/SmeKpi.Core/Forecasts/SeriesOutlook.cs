namespace SmeKpi.Core.Forecasts;

/// <summary>What is expected of a series, and how far its months may fall to either side.</summary>
/// <param name="Expected">The flows ahead by the chosen model, corrected by what it was off on average one month ahead.</param>
/// <param name="Residuals">Of each known month from the first origin on: how far it was off beyond that, stretched.</param>
internal sealed record SeriesOutlook(ModelChoice Choice, double[] Expected, double[] Residuals)
{
    private const double LeastStretch = 1;
    private const double MostStretch = 3;

    /// <param name="known">Flows that may be used: a back-test sees fewer than there are.</param>
    public static SeriesOutlook Of(SeriesTrials trials, int known, int months)
    {
        ModelChoice choice = ModelChoice.Of(trials, known, months);
        double[] residuals =
        [
            .. Enumerable.Range(SeriesTrials.FirstOrigin, known - SeriesTrials.FirstOrigin)
                .Select(origin => trials.Residual(choice.Model, origin)!.Value),
        ];
        double bias = residuals.Average();
        double[] expected = [.. trials.Forecast(choice.Model, known)!.Take(months).Select(flow => flow + bias)];
        double[] centred = [.. residuals.Select(residual => residual - bias)];
        double stretch = Stretch(choice.Errors, centred, bias);
        return new SeriesOutlook(choice, expected, [.. centred.Select(residual => residual * stretch)]);
    }

    /// <summary>
    /// Errors of neighbouring months have a part in common, because they rest on the same level: sums miss by more than
    /// independent months would. The residuals are stretched until their sums spread as the sums of the past did.
    /// </summary>
    private static double Stretch(IReadOnlyList<CumulatedError> errors, double[] residuals, double bias)
    {
        double monthly = residuals.Average(residual => residual * residual);
        int longest = errors.Max(each => each.Months);
        double cumulated = errors.Where(each => each.Months >= Math.Max(1, longest / 2))
            .Average(each => Squared(each.Error - (each.Months * bias)) / each.Months);
        return monthly == 0 ? 1 : Math.Clamp(Math.Sqrt(cumulated / monthly), LeastStretch, MostStretch);
    }

    private static double Squared(double number) => number * number;
}
