using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Forecasts.Models;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Forecasts;
using SmeKpi.Storage.Readings;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;

namespace SmeKpi.Storage.Tests.Forecasts;

public sealed class ForecastStoreTests
{
    private static readonly DateTimeOffset s_v1 = Bench.Start;
    private static readonly DateTimeOffset s_v2 = Bench.Start.AddDays(1);

    [Theory, EveryDatabase]
    public async Task Append_EveryMember_ComesBackDigitByDigit(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        TestedForecast made = Made(0.623m);

        await AppendAsync(bench, s_v1, made);

        var store = new ForecastStore(bench.Database);
        TestedForecast found = (await store.FindAsync("320900", Bench.June, "M01.1"))!;
        Assert.Equivalent(Members(made), Members(found), strict: true);
        Assert.Equal(made.Forecast.Fan, found.Forecast.Fan);
        Assert.Equal(made.Test!.Origins, found.Test!.Origins);
        Assert.Equal(made.Test.Brier, found.Test.Brier);
        Assert.Equal(made.Forecast.Series[0].Scores, found.Forecast.Series[0].Scores);
        Assert.Equal(0.623m, Assert.Single(await store.ListAsync("320900", Bench.June, Bench.June)).Probability);
    }

    [Theory, EveryDatabase]
    public async Task Append_SameForecastAgain_ChangesNothing(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await AppendAsync(bench, s_v1, Made(0.5m));
        int rows = await bench.Database.CountRowsAsync();
        bench.Clock.Advance(TimeSpan.FromDays(1));

        await AppendAsync(bench, s_v2, Made(0.5m));

        Assert.Equal(rows, await bench.Database.CountRowsAsync());
        Assert.Equal(s_v1.UtcTicks, (await RowAsync(bench)).DataKnownSinceTicks);
    }

    [Theory, EveryDatabase]
    public async Task Append_OtherData_ReplacesTheForecast(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await AppendAsync(bench, s_v1, Made(0.5m));

        await AppendAsync(bench, s_v2, Made(0.4m) with { Test = null });

        Assert.Equal(s_v2.UtcTicks, (await RowAsync(bench)).DataKnownSinceTicks);
        TestedForecast found = (await new ForecastStore(bench.Database).FindAsync("320900", Bench.June, "M01.1"))!;
        Assert.Equal(0.4m, found.Forecast.Probability);
        Assert.Null(found.Test);
    }

    [Theory, EveryDatabase]
    public async Task Append_OlderData_LeavesTheNewerForecast(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await AppendAsync(bench, s_v2, Made(0.5m));

        await AppendAsync(bench, s_v1, Made(0.4m));

        Assert.Equal(0.5m, (await new ForecastStore(bench.Database).FindAsync("320900", Bench.June, "M01.1"))!.Forecast.Probability);
    }

    [Theory, EveryDatabase]
    public async Task Append_LeaseTakenOverByAnother_StoresNoForecast(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long work = await queue.EnqueueAsync("compute", "a", "a");
        long stale = (await queue.TryLeaseAsync(work, TimeSpan.FromMinutes(1)))!.Value;
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await queue.TryLeaseAsync(work, TimeSpan.FromMinutes(1));

        await AppendAsync(bench, s_v1, Made(0.5m), new Fence(work, stale));

        Assert.Empty(await new ForecastStore(bench.Database).ListAsync("320900", Bench.June, Bench.June));
    }

    private static Task<AppendReport> AppendAsync(
        Bench bench, DateTimeOffset version, TestedForecast forecast, Fence? fence = null) =>
        new ReadingStore(bench.Database, bench.Clock).AppendAsync([Reading], version, "p", fence, [forecast]);

    private static async Task<ForecastRow> RowAsync(Bench bench)
    {
        await using SmeKpiContext context = bench.Database.CreateDbContext();
        return Assert.Single(context.Forecasts);
    }

    private static object Members(TestedForecast made) => new
    {
        made.Forecast.Id,
        Month = made.Forecast.Month.Number,
        made.Forecast.Region,
        made.Forecast.Gap,
        made.Forecast.Probability,
        made.Forecast.Target,
        made.Forecast.HistoryMonths,
        made.Forecast.Synthetic,
        made.Test!.MonthsAhead,
        made.Test.Mark,
    };

    private static TestedForecast Made(decimal probability)
    {
        ForecastBands bands = new(
            Bench.June.AddMonths(6), -1.5m, 0m, 1m, 0.1234567890123456789012345678m, 2m, 3m, 79_228_162_514_264_337_593m);
        return new TestedForecast(
            new TargetForecast
            {
                Id = "M01.1",
                Month = Bench.June,
                Region = "320900",
                Gap = null,
                Probability = probability,
                Target = new Quantity(200_000_000_000m, Unit.Yuan),
                Fan = [bands],
                Series =
                [
                    new SeriesChoice(0, Unit.Yuan, ForecastModel.DampedTrend,
                    [
                        new ModelScore(ForecastModel.SeasonalShare, null, null),
                        new ModelScore(ForecastModel.DampedTrend, 0.1 + 0.2, -1e11),
                    ]),
                ],
                HistoryMonths = 30,
                Synthetic = true,
            },
            new BackTest("M01.1", Bench.June, 6, 1.5m, [new BackTestOrigin(new YearMonth(2024, 6), bands, 5m, 0.25m, true)]));
    }

    private static KpiReading Reading => new()
    {
        Id = "M01.1",
        Reading = "ruling",
        Month = Bench.June,
        Subject = new Subject("320900"),
        Actual = new Quantity(1m, Unit.Yuan),
        Target = null,
        Standing = Standing.NoTarget,
        Completeness = new Completeness(1, 1),
        Origin = Origin.Banks,
        Synthetic = false,
    };
}
