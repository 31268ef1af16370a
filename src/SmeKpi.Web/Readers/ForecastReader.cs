using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Policies;

namespace SmeKpi.Web.Readers;

/// <summary>Back-test page: how a forecast was made and how the same method did in the past.</summary>
internal sealed class ForecastReader(TargetReader targets, VisibleCity city, PolicyDocument policy)
{
    /// <returns>Null when the law has no judged provision of that id.</returns>
    public async Task<ForecastPageView?> ReadAsync(string id, ViewQuery query, CancellationToken cancellationToken)
    {
        if (await targets.ReadAreaAsync(id, query, cancellationToken) is not { } page)
        {
            return null;
        }

        // The page of the target has decided whether there is a forecast to see; this adds the test to it.
        TestedForecast? tested = page.Target.Forecast is null
            ? null
            : await city.ForecastAsync(id, page.Period.Month, query.AsOf, cancellationToken);
        return new ForecastPageView(page.Period, page.Target, ForecastView.Of(tested?.Forecast, policy, page.Period.Region, query.AsOf), tested?.Test);
    }
}
