using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SmeKpi.Storage;

/// <param name="Size">The longest text in characters; 0 for numbers.</param>
internal readonly record struct BulkColumn(string Name, DbType Type, int Size = 0);

/// <summary>
/// Adds many rows to one table with prepared commands, within the context's transaction; EF's change tracker would
/// take ten times as long.
/// </summary>
internal sealed class BulkInsert : IAsyncDisposable
{
    /// <summary>Few round trips, and fewer parameters than the 2,100 that SQL Server takes.</summary>
    internal const int MostRowsPerCommand = 64;

    private readonly int _rowsPerCommand;
    private readonly BulkColumn[] _columns;
    private readonly DbCommand _many;
    private readonly DbCommand _one;
    private readonly object?[] _waiting;
    private int _waitingRows;

    public BulkInsert(SmeKpiContext context, string table, params BulkColumn[] columns)
    {
        _columns = columns;

        // SQLite has no round trips to save, and looks for each parameter among all of the command.
        _rowsPerCommand = context.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite"
            ? 1
            : MostRowsPerCommand;
        _waiting = new object?[columns.Length * _rowsPerCommand];
        _many = Command(context, table, _rowsPerCommand);
        _one = Command(context, table, 1);
    }

    /// <summary>Adds a row; its values are in the order of the columns.</summary>
    public async ValueTask AddAsync(ReadOnlyMemory<object?> values, CancellationToken cancellationToken)
    {
        values.Span.CopyTo(_waiting.AsSpan(_waitingRows * _columns.Length));
        _waitingRows++;
        if (_waitingRows == _rowsPerCommand)
        {
            await ExecuteAsync(_many, 0, cancellationToken);
            _waitingRows = 0;
        }
    }

    /// <summary>Writes the rows that still wait. Rows that are never flushed are not written.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        for (int row = 0; row < _waitingRows; row++)
        {
            await ExecuteAsync(_one, row * _columns.Length, cancellationToken);
        }

        _waitingRows = 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _many.DisposeAsync();
        await _one.DisposeAsync();
    }

    internal static string Sql(string table, IReadOnlyList<BulkColumn> columns, int rows)
    {
        IEnumerable<string> values = Enumerable.Range(0, rows).Select(row =>
            $"({string.Join(", ", Enumerable.Range(row * columns.Count, columns.Count).Select(Name))})");
        return $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))})"
            + $" VALUES {string.Join(", ", values)}";
    }

    private async Task ExecuteAsync(DbCommand command, int offset, CancellationToken cancellationToken)
    {
        for (int at = 0; at < command.Parameters.Count; at++)
        {
            command.Parameters[at].Value = _waiting[offset + at] ?? DBNull.Value;
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(SmeKpiContext context, string table, int rows)
    {
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Rows are added in bulk only within a transaction.");

        foreach (int number in Enumerable.Range(0, rows * _columns.Length))
        {
            AddParameter(command, _columns[number % _columns.Length], number);
        }

        command.CommandText = Sql(table, _columns, rows);
        command.Prepare();
        return command;
    }

    private static void AddParameter(DbCommand command, BulkColumn column, int number)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = Name(number);
        parameter.DbType = column.Type;
        if (column.Size != 0)
        {
            parameter.Size = column.Size;
        }

        command.Parameters.Add(parameter);
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"@p{number}");
}
