using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SmeKpi.Storage;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Jobs;
using SmeKpi.Web.Seeding;

namespace SmeKpi.Web.Tests.Support;

/// <summary>The program's services on a database of the test, with Hangfire in memory and a clock that stands still.</summary>
/// <remarks>No job server runs: a test says when what was handed over is done.</remarks>
internal sealed class ProgramServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly string _data;

    public ProgramServices(string data, bool noSeed = true)
    {
        _data = data;
        Settings settings = new()
        {
            DataDirectory = data,
            Database = DatabaseKind.Sqlite,
            ConnectionString = $"Data Source={new DatabaseFile(data).Path};Pooling=False",
            NoSeed = noSeed,
            Urls = [Settings.DefaultUrl],
        };
        ServiceCollection services = new();
        services.AddLogging();
        services.AddStorage(settings, Law.Load()).AddJobs(settings);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        _provider = services.BuildServiceProvider();
    }

    // Later than the moment at which the copied database was made.
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2040, 7, 12, 1, 30, 0, TimeSpan.Zero));

    public DatabaseFile Database => new(_data);

    public string Accepted => Path.Combine(_data, "drop", "accepted");

    public string Refused => Path.Combine(_data, "drop", "refused");

    public WorkQueue Queue => Get<WorkQueue>();

    public MetaStore Meta => Get<MetaStore>();

    public DatabaseSetup Setup => Get<DatabaseSetup>();

    public IMonitoringApi Hangfire => Get<JobStorage>().GetMonitoringApi();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Lays a file into the drop folder, as a person who finished copying it a minute ago.</summary>
    public string Drop(string name, byte[] content)
    {
        string path = Path.Combine(_data, "drop", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        File.SetLastWriteTimeUtc(path, Clock.GetUtcNow().UtcDateTime.AddMinutes(-1));
        return path;
    }

    public Task LookAsync() => Get<WatchDropFolderJob>().RunAsync(CancellationToken.None);

    /// <summary>Does what is unfinished, and what follows from it, as the job server would.</summary>
    public async Task WorkAsync()
    {
        while (await Queue.UnfinishedAsync() is [var next, ..])
        {
            await DeliverAsync(next.Id);
        }
    }

    public Task DeliverAsync(long workId) => Get<WorkDispatcher>().RunAsync(workId, CancellationToken.None);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
