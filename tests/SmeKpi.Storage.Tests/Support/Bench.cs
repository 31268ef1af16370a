using Microsoft.Extensions.Time.Testing;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Storage.Tests.Support;

/// <summary>A database with an importer, readers and a clock that stands still.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2025, 7, 15, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly SeriesKey AllLoans = new("loans.all.balance", "rmb_fx", null, "320900");

    public static readonly YearMonth June = new(2025, 6);

    private Bench(TestDatabase database)
    {
        Database = database;
        Importer = new StatisticsImporter(database, TextFormat.Parse, TextFormat.NoRules, Clock);
        Snapshots = new SnapshotReader(database);
        Observations = new ObservationReader(database);
        Series = new SeriesReader(database);
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public StatisticsImporter Importer { get; }

    public SnapshotReader Snapshots { get; }

    public ObservationReader Observations { get; }

    public SeriesReader Series { get; }

    public static async Task<Bench> CreateAsync(Provider provider) => new(await TestDatabase.CreateAsync(provider));

    /// <summary>Imports lines as a file that nobody sent before.</summary>
    public Task<ImportReport> ImportAsync(params string[] lines) =>
        Importer.ImportAsync(TextFormat.File("file.csv", lines), new ImportRequest("tester"));

    public async Task<Quantity?> ValueAsync(SeriesKey series, YearMonth month, DateTimeOffset? asOf = null) =>
        (await Snapshots.ReadAsync(asOf)).Find(series, month)?.Value;

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
