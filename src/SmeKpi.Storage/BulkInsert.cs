using System.Data;
using System.Data.Common;
using System.Text;
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
    /// <summary>Few round trips to a server, and few enough parameters for SQLite, which finds each by its name.</summary>
    private const int RowsPerCommand = 8;

    private readonly BulkColumn[] _columns;
    private readonly DbCommand _many;
    private readonly DbCommand _one;
    private readonly object?[] _waiting;
    private int _waitingRows;

    public BulkInsert(SmeKpiContext context, string table, params BulkColumn[] columns)
    {
        _columns = columns;
        _waiting = new object?[columns.Length * RowsPerCommand];
        _many = Command(context, table, RowsPerCommand);
        _one = Command(context, table, 1);
    }

    /// <summary>Adds a row; its values are in the order of the columns.</summary>
    public async ValueTask AddAsync(ReadOnlyMemory<object?> values, CancellationToken cancellationToken)
    {
        values.Span.CopyTo(_waiting.AsSpan(_waitingRows * _columns.Length));
        _waitingRows++;
        if (_waitingRows == RowsPerCommand)
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

        var text = new StringBuilder($"INSERT INTO {table} (")
            .AppendJoin(", ", _columns.Select(column => column.Name)).Append(") VALUES ");
        for (int row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (int at = 0; at < _columns.Length; at++)
            {
                DbParameter parameter = Parameter(command, _columns[at], (row * _columns.Length) + at);
                text.Append(at == 0 ? string.Empty : ", ").Append(parameter.ParameterName);
            }

            text.Append(')');
        }

        command.CommandText = text.ToString();
        command.Prepare();
        return command;
    }

    private static DbParameter Parameter(DbCommand command, BulkColumn column, int number)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{number}");
        parameter.DbType = column.Type;
        if (column.Size != 0)
        {
            parameter.Size = column.Size;
        }

        command.Parameters.Add(parameter);
        return parameter;
    }
}
