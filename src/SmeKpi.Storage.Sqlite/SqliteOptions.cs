using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SmeKpi.Storage.Sqlite;

public static class SqliteOptions
{
    private static readonly BulkInsertChoice s_bulkInsert =
        new((context, table, columns) => new SqliteInsert(context, table, columns));

    /// <summary>Keeps the data in one SQLite file: the embedded database.</summary>
    /// <param name="connectionString">As in <c>Data Source=.smekpi/smekpi.db</c>; the folder must exist.</param>
    public static DbContextOptionsBuilder UseSmeKpiSqlite(
        this DbContextOptionsBuilder options, string connectionString)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(s_bulkInsert);
        return options
            .UseSqlite(connectionString, sqlite => sqlite
                .MigrationsAssembly(typeof(SqliteOptions).Assembly.GetName().Name))
            .UseModelOf(typeof(SqliteOptions).Assembly)
            .AddInterceptors(DurableConnections.Instance);
    }
}
