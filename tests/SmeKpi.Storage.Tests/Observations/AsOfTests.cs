using System.Globalization;
using CsCheck;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Imports;

namespace SmeKpi.Storage.Tests.Observations;

/// <summary>What a read at a moment gives is what replaying the log of imports up to that moment gives.</summary>
public sealed class AsOfTests
{
    private static readonly SeriesKey[] s_series =
    [
        Bench.AllLoans,
        Bench.AllLoans with { Bank = "A" },
        Bench.AllLoans with { Region = "320902" },
    ];

    private sealed record Revision(int Series, int Month, int? Fen);

    /// <summary>Up to eight files of up to six figures; few series, months and values, so that they meet.</summary>
    private static readonly Gen<Revision[][]> s_histories = Gen.Select(
            Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[-3, 4].Select(fen => fen == 4 ? (int?)null : fen),
            (series, month, fen) => new Revision(series, month, fen))
        .Array[0, 6].Array[1, 8];

    [Fact]
    public async Task Read_AsOfAnyMoment_EqualsReplayOfTheLog() =>
        await s_histories.SampleAsync(
            async history =>
            {
                await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);
                var log = new List<(DateTimeOffset KnownSince, Revision[] Figures)>();
                foreach ((int at, Revision[] file) in history.Index())
                {
                    Revision[] figures = [.. file.DistinctBy(revision => (revision.Series, revision.Month))];
                    ImportReport report = await bench.ImportAsync(
                        [$"file {at}", .. figures.Select(Line)]);
                    Assert.Equal(figures.Length, report.Stored + report.Unchanged);
                    log.Add((report.KnownSince!.Value, figures));
                }

                foreach (DateTimeOffset moment in log.Select(entry => entry.KnownSince))
                {
                    Assert.Equal(Replay(log, moment.AddTicks(-1)), await ReadAsync(bench, moment.AddTicks(-1)));
                    Assert.Equal(Replay(log, moment), await ReadAsync(bench, moment));
                }
            },
            iter: 500,
            threads: 2);

    private static string Line(Revision revision) => TextFormat.Line(
        s_series[revision.Series],
        Bench.June.AddMonths(revision.Month),
        revision.Fen is { } fen ? (fen / 100m).ToString(CultureInfo.InvariantCulture) : string.Empty);

    private static SortedDictionary<(int, int), decimal?> Replay(
        IEnumerable<(DateTimeOffset KnownSince, Revision[] Figures)> log, DateTimeOffset moment)
    {
        var known = new SortedDictionary<(int, int), decimal?>();
        foreach (Revision revision in log.Where(entry => entry.KnownSince <= moment).SelectMany(entry => entry.Figures))
        {
            known[(revision.Series, revision.Month)] = revision.Fen / 100m;
        }

        return known;
    }

    private static async Task<SortedDictionary<(int, int), decimal?>> ReadAsync(Bench bench, DateTimeOffset moment)
    {
        StatisticsSnapshot snapshot = await bench.Snapshots.ReadAsync(moment);
        var known = new SortedDictionary<(int, int), decimal?>();
        foreach ((int at, SeriesKey series) in s_series.Index())
        {
            foreach ((YearMonth month, KnownValue value) in snapshot.Months(series))
            {
                known.Add((at, month.Number - Bench.June.Number), value.Value?.Number);
            }
        }

        return known;
    }
}
