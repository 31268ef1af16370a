using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace SmeKpi.Storage.Sqlite;

/// <summary>Adds rows one by one with a statement of SQLite itself.</summary>
/// <remarks>
/// There are no round trips to save, and the time that a command of ADO.NET takes to look for each of its parameters
/// by name and to wrap each of its values is longer than the time SQLite takes to store the row.
/// </remarks>
internal sealed class SqliteInsert : BulkInsert
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteInsert(SmeKpiContext context, string table, BulkColumn[] columns)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Rows are added in bulk only within a transaction.");
        }

        var connection = (SqliteConnection)context.Database.GetDbConnection();
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(_database, Sql(table, columns, rows: 1), out _statement));
    }

    /// <remarks>Written at once, so that nothing ever waits.</remarks>
    public override ValueTask AddAsync(ReadOnlyMemory<object?> values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadOnlySpan<object?> row = values.Span;
        for (int column = 0; column < row.Length; column++)
        {
            Check(Bind(column + 1, row[column]));
        }

        int result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        Check(raw.sqlite3_reset(_statement));
        return ValueTask.CompletedTask;
    }

    public override ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        _statement.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a value in the form that EF's provider gives it, so that both read it alike.</summary>
    private int Bind(int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, parameter),
        int or long or short or byte => raw.sqlite3_bind_int64(
            _statement, parameter, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        bool truth => raw.sqlite3_bind_int64(_statement, parameter, truth ? 1 : 0),
        string text => raw.sqlite3_bind_text(_statement, parameter, text),
        _ => throw new InvalidOperationException($"No column holds a {value.GetType()}."),
    };

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
