using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Forecasts;

/// <summary>The forecasts of the newest data. Those of earlier data are computed when somebody asks.</summary>
public sealed class ForecastStore(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <summary>Forecasts without their back-tests, by month and id.</summary>
    public async Task<IReadOnlyList<TargetForecast>> ListAsync(
        string region, YearMonth from, YearMonth to, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<string> found = await context.Forecasts
            .Where(row => row.RegionCode == region && row.Month >= from.Number && row.Month <= to.Number)
            .OrderBy(row => row.Month).ThenBy(row => row.Kpi)
            .Select(row => row.PayloadJson)
            .ToListAsync(cancellationToken);
        return [.. found.Select(StorageJson.ToForecast)];
    }

    /// <returns>Null when there is none of that id and month.</returns>
    public async Task<TestedForecast?> FindAsync(
        string region, YearMonth month, string kpi, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        ForecastRow? row = await context.Forecasts.AsNoTracking().FirstOrDefaultAsync(
            each => each.RegionCode == region && each.Month == month.Number && each.Kpi == kpi, cancellationToken);
        return row is null ? null : new TestedForecast(
            StorageJson.ToForecast(row.PayloadJson),
            row.BackTestJson is { } test ? StorageJson.ToBackTest(test) : null);
    }

    /// <summary>Adds and replaces what differs; the caller's transaction decides whether it stays.</summary>
    /// <returns>How many were added or replaced.</returns>
    internal static async Task<int> WriteAsync(
        SmeKpiContext context,
        IReadOnlyList<TestedForecast> forecasts,
        long data,
        string policyVersion,
        long now,
        CancellationToken cancellationToken)
    {
        if (forecasts.Count == 0)
        {
            return 0;
        }

        Dictionary<(string, int, string), ForecastRow> known = await context.Forecasts
            .ToDictionaryAsync(row => (row.RegionCode, row.Month, row.Kpi), cancellationToken);
        int changed = 0;
        foreach (TestedForecast each in forecasts)
        {
            TargetForecast forecast = each.Forecast;
            string payload = StorageJson.From(forecast);
            string? test = each.Test is { } tested ? StorageJson.From(tested) : null;
            ForecastRow? row = known.GetValueOrDefault((forecast.Region, forecast.Month.Number, forecast.Id));
            if (row?.PayloadJson == payload && row.BackTestJson == test)
            {
                continue;
            }

            row ??= context.Add(new ForecastRow
            {
                Kpi = forecast.Id,
                Month = forecast.Month.Number,
                RegionCode = forecast.Region,
                PolicyVersion = policyVersion,
                PayloadJson = payload,
            }).Entity;
            (row.PayloadJson, row.BackTestJson, row.PolicyVersion) = (payload, test, policyVersion);
            (row.DataKnownSinceTicks, row.ComputedTicks) = (data, now);
            changed++;
        }

        await context.SaveChangesAsync(cancellationToken);
        return changed;
    }
}
