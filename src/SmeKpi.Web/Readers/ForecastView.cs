using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>The year end of one target as foretold, and the light that its probability would propose.</summary>
public sealed record ForecastView(TargetForecast Forecast, ForecastRules Rules, Unit Unit)
{
    public ProposedLight? Light => ProposedLights.Of(Forecast.Probability, Rules);

    /// <summary>The month whose value is foretold.</summary>
    public YearMonth End => new(Forecast.Month.Year, 12);

    /// <summary>Where models, errors and back-test are shown.</summary>
    public string MethodAddress => $"/forecasts/{Forecast.Id}?month={Forecast.Month}";

    /// <summary>Where the city is foretold for; and the moment whose knowledge is shown, null for now.</summary>
    public string Region { get; init; } = string.Empty;

    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Where a value that really came is taken apart.</summary>
    public string ActualAddress(YearMonth month) =>
        FigureAddress.Reading(Forecast.Id, month, new Subject(Region), asOf: AsOf);

    /// <param name="asOf">The moment whose knowledge is shown; null for now.</param>
    public static ForecastView? Of(
        TargetForecast? forecast, PolicyDocument policy, string region = "", DateTimeOffset? asOf = null) =>
        forecast is not null && policy.Forecasts is { } rules
            ? new ForecastView(forecast, rules, policy.Provision(forecast.Id).Unit!.Value) { Region = region, AsOf = asOf }
            : null;

    /// <summary>A number of the forecast with its unit.</summary>
    public Quantity In(decimal number) => new(number, Unit);
}

/// <summary>What the page of a back-test is drawn from.</summary>
/// <param name="Forecast">Null for areas within the city and for months without figures.</param>
/// <param name="Test">Null where there is no forecast.</param>
public sealed record ForecastPageView(PeriodView Period, TargetView Target, ForecastView? Forecast, BackTest? Test);
