using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SmeKpi.Storage;

/// <summary>Adds rows with prepared commands that take many rows at once: for servers, where round trips count.</summary>
internal sealed class PreparedInsert : BulkInsert
{
    /// <summary>Few round trips, and fewer parameters than the 2,100 that SQL Server takes.</summary>
    internal const int MostRowsPerCommand = 64;

    private readonly BulkColumn[] _columns;
    private readonly Lazy<DbCommand> _many;
    private readonly DbCommand _one;
    private readonly object?[] _waiting;
    private int _waitingRows;

    public PreparedInsert(SmeKpiContext context, string table, BulkColumn[] columns)
    {
        _columns = columns;
        _waiting = new object?[columns.Length * MostRowsPerCommand];
        // Made when so many have come: preparing it takes longer than adding a few rows.
        _many = new(() => Command(context, table, MostRowsPerCommand));
        _one = Command(context, table, 1);
    }

    public override async ValueTask AddAsync(ReadOnlyMemory<object?> values, CancellationToken cancellationToken)
    {
        values.Span.CopyTo(_waiting.AsSpan(_waitingRows * _columns.Length));
        _waitingRows++;
        if (_waitingRows == MostRowsPerCommand)
        {
            await ExecuteAsync(_many.Value, 0, cancellationToken);
            _waitingRows = 0;
        }
    }

    public override async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        for (int row = 0; row < _waitingRows; row++)
        {
            await ExecuteAsync(_one, row * _columns.Length, cancellationToken);
        }

        _waitingRows = 0;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_many.IsValueCreated)
        {
            await _many.Value.DisposeAsync();
        }

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
        parameter.ParameterName = Parameter(number);
        parameter.DbType = column.Type;
        if (column.Size != 0)
        {
            parameter.Size = column.Size;
        }

        command.Parameters.Add(parameter);
    }
}
