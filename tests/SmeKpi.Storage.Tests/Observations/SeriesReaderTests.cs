using System.Globalization;
using CsCheck;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using static SmeKpi.Storage.Tests.Support.TextFormat;

namespace SmeKpi.Storage.Tests.Observations;

/// <summary>What questions are answered from is what the whole snapshot of the same moment says.</summary>
public sealed class SeriesReaderTests
{
    private static readonly SeriesKey[] s_series =
    [
        Bench.AllLoans,
        Bench.AllLoans with { Bank = "A" },
        Bench.AllLoans with { Bank = "B" },
        Bench.AllLoans with { Bank = "A", Region = "320902" },
        Bench.AllLoans with { Indicator = "loans.all.npl" },
    ];

    /// <summary>Files of figures: which series, which month, which value (none is "not reported").</summary>
    private static readonly Gen<(int Series, int Month, int? Yuan)[][]> s_histories = Gen.Select(
            Gen.Int[0, s_series.Length - 1], Gen.Int[0, 3], Gen.Int[1, 5].Select(yuan => yuan == 5 ? (int?)null : yuan),
            (series, month, yuan) => (series, month, yuan))
        .Array[1, 8].Array[1, 6];

    private static readonly Gen<SnapshotFilter> s_filters = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 3],
        (indicator, bank, region, from, length) => new SnapshotFilter
        {
            Indicators = indicator ? [Bench.AllLoans.Indicator] : null,
            Banks = bank ? [string.Empty, "A"] : null,
            Regions = region ? [Bench.AllLoans.Region] : null,
            From = Bench.June.AddMonths(from),
            To = Bench.June.AddMonths(from + length),
            Months = region && bank ? [Bench.June, Bench.June.AddMonths(2)] : null,
        });

    [Fact]
    public async Task Read_AnyFilterAsOfAnyMoment_IsWhatTheSnapshotSays() => await Gen.Select(s_histories, s_filters).SampleAsync(
        async (history, filter) =>
        {
            await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);
            List<DateTimeOffset?> moments = [null];
            foreach ((int at, (int Series, int Month, int? Yuan)[] file) in history.Index())
            {
                ImportReport report = await bench.ImportAsync(
                [
                    $"file {at}",
                    .. file.DistinctBy(figure => (figure.Series, figure.Month)).Select(figure => Line(
                        s_series[figure.Series],
                        Bench.June.AddMonths(figure.Month),
                        figure.Yuan?.ToString(CultureInfo.InvariantCulture) ?? string.Empty)),
                ]);
                moments.Add(report.KnownSince);
                moments.Add(report.KnownSince!.Value.AddTicks(-1));
            }

            foreach (DateTimeOffset? moment in moments)
            {
                StatisticsSnapshot whole = await bench.Snapshots.ReadAsync(moment, filter);
                StatisticsSnapshot read = await bench.Series.ReadAsync(moment, filter);
                Assert.Equivalent(whole.Series, read.Series, strict: true);
                Assert.All(whole.Series, series => Assert.Equal(
                    whole.Months(series).OrderBy(month => month.Key), read.Months(series).OrderBy(month => month.Key)));
            }
        },
        iter: 25,
        threads: 2);

    [Theory, EveryDatabase]
    public async Task Read_CorrectedFigure_IsTheNewestKnownThen(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ImportReport first = await bench.ImportAsync(Line(Bench.AllLoans, Bench.June, "1"));
        await bench.ImportAsync(Line(Bench.AllLoans, Bench.June, "2"));
        SnapshotFilter filter = new() { Indicators = [Bench.AllLoans.Indicator], From = Bench.June, To = Bench.June };

        Assert.Equal(2m, (await bench.Series.ReadAsync(null, filter)).Find(Bench.AllLoans, Bench.June)!.Value.Value!.Value.Number);
        Assert.Equal(
            1m, (await bench.Series.ReadAsync(first.KnownSince, filter)).Find(Bench.AllLoans, Bench.June)!.Value.Value!.Value.Number);
        Assert.Empty((await bench.Series.ReadAsync(Bench.Start.AddYears(-1), filter)).Series);
    }

    [Theory, EveryDatabase]
    public async Task Read_EmptyDatabase_IsEmpty(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);

        Assert.Empty((await bench.Series.ReadAsync(null, new SnapshotFilter())).Series);
    }
}
