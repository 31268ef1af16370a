namespace SmeKpi.Core.Forecasts.Models;

public enum ForecastModel
{
    /// <summary>季节占比</summary>
    SeasonalShare,

    /// <summary>阻尼趋势</summary>
    DampedTrend,

    /// <summary>季节朴素</summary>
    SeasonalNaive,

    /// <summary>三者平均: combining forecasts, Bates and Granger (1969)</summary>
    Mean,
}

/// <summary>The list of models that compete for each series.</summary>
internal static class ModelCatalog
{
    public static IReadOnlyList<ForecastModel> All { get; } = Enum.GetValues<ForecastModel>();

    /// <summary>What each model expects of the months after the last flow, in the order of <see cref="All"/>.</summary>
    /// <param name="flows">Comparable flows: New Year at the same place in every year.</param>
    /// <returns>Null for a model that cannot say anything; the mean is that of the models that can.</returns>
    public static double[]?[] Forecast(ReadOnlySpan<double> flows, int months)
    {
        double[]?[] models =
        [
            SeasonalShare.Forecast(flows, months),
            DampedTrend.Forecast(flows, months),
            SeasonalNaive.Forecast(flows, months),
        ];
        return [.. models, Mean([.. models.OfType<double[]>()], months)];
    }

    internal static double[]? Mean(IReadOnlyList<double[]> models, int months) => models.Count == 0
        ? null
        : [.. Enumerable.Range(0, months).Select(month => models.Average(model => model[month]))];
}
