using Microsoft.EntityFrameworkCore;

namespace SmeKpi.Storage.Sqlite;

public static class SqliteOptions
{
    /// <summary>Keeps the data in one SQLite file: the embedded database.</summary>
    /// <param name="connectionString">As in <c>Data Source=.smekpi/smekpi.db</c>; the folder must exist.</param>
    public static DbContextOptionsBuilder UseSmeKpiSqlite(
        this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(connectionString, sqlite => sqlite
                .MigrationsAssembly(typeof(SqliteOptions).Assembly.GetName().Name))
            .UseModelOf(typeof(SqliteOptions).Assembly)
            .AddInterceptors(DurableConnections.Instance);
}
