using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Storage.Sqlite;
using SmeKpi.Storage.SqlServer;

namespace SmeKpi.Storage.Tests.Support;

/// <summary>An empty, migrated database of its own, gone after the test.</summary>
internal sealed class TestDatabase : IDbContextFactory<SmeKpiContext>, IAsyncDisposable
{
    public const string SqlServerVariable = "SMEKPI_TEST_SQLSERVER";

    private static readonly SemaphoreSlim s_template = new(1);
    private static byte[]? s_migrated;

    private readonly DbContextOptions<SmeKpiContext> _options;
    private readonly string? _file;

    private TestDatabase(DbContextOptions<SmeKpiContext> options, string? file)
    {
        _options = options;
        _file = file;
    }

    public DbContextOptions<SmeKpiContext> Settings => _options;

    public static string? SqlServer { get; } = Environment.GetEnvironmentVariable(SqlServerVariable);

    public static Task<TestDatabase> CreateAsync(Provider provider) =>
        provider == Provider.Sqlite ? CreateSqliteAsync() : CreateSqlServerAsync();

    public static DbContextOptions<SmeKpiContext> Options(Provider provider, string connectionString)
    {
        var options = new DbContextOptionsBuilder<SmeKpiContext>();
        _ = provider == Provider.Sqlite
            ? options.UseSmeKpiSqlite(connectionString)
            : options.UseSmeKpiSqlServer(connectionString);
        return options.Options;
    }

    public SmeKpiContext CreateDbContext() => new(_options);

    /// <summary>The rows of all tables together.</summary>
    public async Task<int> CountRowsAsync()
    {
        await using SmeKpiContext context = CreateDbContext();
        return await context.Imports.CountAsync() + await context.ImportContents.CountAsync()
            + await context.ImportSheets.CountAsync() + await context.Series.CountAsync()
            + await context.Observations.CountAsync() + await context.Banks.CountAsync()
            + await context.Regions.CountAsync() + await context.Refusals.CountAsync()
            + await context.Readings.CountAsync() + await context.ComputedMonths.CountAsync()
            + await context.Work.CountAsync() + await context.Meta.CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is null)
        {
            await using SmeKpiContext context = CreateDbContext();
            await context.Database.EnsureDeletedAsync();
            return;
        }

        await using (var connection = new SqliteConnection($"Data Source={_file}"))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (string suffix in new[] { string.Empty, "-wal", "-shm" })
        {
            File.Delete(_file + suffix);
        }
    }

    private static async Task<TestDatabase> CreateSqliteAsync()
    {
        string file = NewFile();
        await File.WriteAllBytesAsync(file, await TemplateAsync());
        return new TestDatabase(Options(Provider.Sqlite, $"Data Source={file}"), file);
    }

    private static async Task<TestDatabase> CreateSqlServerAsync()
    {
        string connectionString = $"{SqlServer};Initial Catalog=smekpi-{Guid.NewGuid():N}";
        var database = new TestDatabase(Options(Provider.SqlServer, connectionString), file: null);
        await using SmeKpiContext context = database.CreateDbContext();
        await context.Database.MigrateAsync();
        return database;
    }

    /// <summary>Migrated once per run; every test gets a copy of the file.</summary>
    private static async Task<byte[]> TemplateAsync()
    {
        await s_template.WaitAsync();
        try
        {
            return s_migrated ??= await MigrateAsync(NewFile());
        }
        finally
        {
            s_template.Release();
        }
    }

    private static async Task<byte[]> MigrateAsync(string file)
    {
        await using (var context = new SmeKpiContext(Options(Provider.Sqlite, $"Data Source={file};Pooling=False")))
        {
            await context.Database.MigrateAsync();
        }

        byte[] bytes = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return bytes;
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"smekpi-test-{Guid.NewGuid():N}.db");
}
