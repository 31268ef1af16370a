using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SmeKpi.Storage.SqlServer;

namespace SmeKpi.Storage.Tests.Support;

/// <summary>A SQL Server that is not there: writes down each statement and answers each query with a 7.</summary>
internal sealed class SqlCapture : DbCommandInterceptor, IDbConnectionInterceptor, IDbContextFactory<SmeKpiContext>
{
    public List<string> Statements { get; } = [];

    public SmeKpiContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<SmeKpiContext>();
        options.UseSmeKpiSqlServer("Server=none").AddInterceptors(this);
        return new SmeKpiContext(options.Options);
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken) =>
        new(InterceptionResult.Suppress());

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Statements.Add(command.CommandText);
        return new(InterceptionResult<int>.SuppressWithResult(0));
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Statements.Add(command.CommandText);
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(Seven().CreateDataReader()));
    }

    private static DataTable Seven()
    {
        var table = new DataTable();
        table.Columns.Add("value", typeof(long));
        table.Rows.Add(7L);
        return table;
    }
}
