using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Imports;
using static SmeKpi.Storage.Tests.Support.TextFormat;

namespace SmeKpi.Storage.Tests;

public sealed class ImportManyTests
{
    private static readonly SeriesKey s_all = Bench.AllLoans;
    private static readonly ImportRequest s_seed = new("seed");

    [Theory, EveryDatabase]
    public async Task ImportMany_EmptyDatabase_KnowsEachFileSinceItsOwnMoment(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);

        IReadOnlyList<ImportReport> reports = await bench.Importer.ImportManyAsync(
        [
            new(File("correction", "received 2025-03-01T08:00:00+08:00", Line(s_all, new(2025, 1), "2")), s_seed),
            new(File("first", "received 2025-02-01T08:00:00+08:00", Line(s_all, new(2025, 1), "1")), s_seed),
            new(File("banks", "bank A", "region 320900"), s_seed),
        ]);

        Assert.Equal(["correction", "first", "banks"], reports.Select(report => report.FileName));
        DateTimeOffset february = new(2025, 2, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(february, reports[2].KnownSince);
        Assert.Equal(february.AddTicks(1), reports[1].KnownSince);
        Assert.Equal(1m, (await bench.ValueAsync(s_all, new(2025, 1), february.AddDays(1)))?.Number);
        Assert.Equal(2m, (await bench.ValueAsync(s_all, new(2025, 1)))?.Number);
    }

    [Theory, EveryDatabase]
    public async Task ImportMany_DatabaseInUse_IgnoresTheMomentInTheFile(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await bench.ImportAsync(Line(s_all, new(2025, 1), "1"));

        IReadOnlyList<ImportReport> reports = await bench.Importer.ImportManyAsync(
            [new(File("late", "received 2020-01-01T00:00:00Z", Line(s_all, new(2025, 1), "2")), s_seed)]);

        Assert.Equal(Bench.Start.AddTicks(1), reports[0].KnownSince);
    }

    [Theory, EveryDatabase]
    public async Task Import_MomentInTheFuture_IsNow(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);

        ImportReport report = await bench.Importer.ImportAsync(
            File("a", Line(s_all, new(2025, 1), "1")), s_seed with { KnownSince = Bench.Start.AddYears(1) });

        Assert.Equal(Bench.Start, report.KnownSince);
    }

    [Theory, EveryDatabase]
    public async Task ImportMany_OneFileRefused_StoresTheOthersAndNothingOfIt(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var seen = new List<ImportProgress>();

        IReadOnlyList<ImportReport> reports = await bench.Importer.ImportManyAsync(
            [
                new(File("a", Line(s_all, new(2025, 1), "1")), s_seed),
                new(File("b", Line(s_all, new(2025, 2), "2"), "bad"), s_seed),
                new(File("c", Line(s_all, new(2025, 3), "0.001")), s_seed),
                new(File("a again", Line(s_all, new(2025, 1), "1")), s_seed),
            ],
            new Recorder(seen));

        Assert.Equal(
            [ImportOutcome.Stored, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.AlreadyReceived],
            reports.Select(report => report.Outcome));
        Assert.Equal(reports[0].ImportId, reports[3].ImportId);
        Assert.Equal([1, 2, 3, 4], seen.Select(progress => progress.Done));
        Assert.Equal(4, await bench.Database.CountRowsAsync());
    }

    [Theory, EveryDatabase]
    public async Task ImportMany_Again_StoresNoRow(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        SeedFile[] files = [.. Enumerable.Range(1, 12).Select(month => new SeedFile(
            File("f", Line(s_all, new(2025, month), month.ToString(CultureInfo.InvariantCulture))), s_seed))];
        await bench.Importer.ImportManyAsync(files);
        int rows = await bench.Database.CountRowsAsync();

        IReadOnlyList<ImportReport> reports = await bench.Importer.ImportManyAsync(files);

        Assert.All(reports, report => Assert.Equal(ImportOutcome.AlreadyReceived, report.Outcome));
        Assert.Equal(rows, await bench.Database.CountRowsAsync());
    }

    [Theory, EveryDatabase]
    public async Task ImportMany_BreaksAtTheLastFile_LeavesNothing(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        SeedFile[] files = [.. Enumerable.Range(1, 3).Select(month => new SeedFile(
            File("f", Line(s_all, new(2025, month), "1")), s_seed))];

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => bench.Importer.ImportManyAsync(files, new Recorder(throwAt: 3)));

        Assert.Equal(0, await bench.Database.CountRowsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Meta_SetTwice_KeepsTheLastValue(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var meta = new MetaStore(bench.Database);

        Assert.Null(await meta.FindAsync(MetaStore.Mode));
        await meta.SetAsync(MetaStore.Mode, "demo");
        await meta.SetAsync(MetaStore.Mode, "real");

        Assert.Equal("real", await meta.FindAsync(MetaStore.Mode));
    }

    private sealed class Recorder(List<ImportProgress>? seen = null, int throwAt = int.MaxValue)
        : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            seen?.Add(value);
            if (value.Done == throwAt)
            {
                throw new InvalidOperationException("The power fails.");
            }
        }
    }
}
