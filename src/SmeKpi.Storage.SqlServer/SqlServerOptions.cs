using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SmeKpi.Storage.SqlServer;

public static class SqlServerOptions
{
    /// <summary>Keeps the data in SQL Server 2019 or later; a broken connection is tried again.</summary>
    public static DbContextOptionsBuilder UseSmeKpiSqlServer(
        this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlServer(connectionString, server => server
                .MigrationsAssembly(typeof(SqlServerOptions).Assembly.GetName().Name)
                .EnableRetryOnFailure())
            .UseModelOf(typeof(SqlServerOptions).Assembly)
            .AddInterceptors(WriterLock.Instance)
            .ReplaceService<IModelCustomizer, BinaryTextComparison>();
}
