using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SmeKpi.Storage.SqlServer;

/// <summary>Lets one writer of statistics in at a time, as SQLite does by itself.</summary>
/// <remarks>
/// Such writers ask for a serializable transaction. Isolation alone would not do: two of them may read the newest
/// moment together, and one would then fail instead of waiting. The lock ends with the transaction.
/// </remarks>
internal sealed class WriterLock : DbTransactionInterceptor
{
    public const string Sql = """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = N'smekpi-writer', @LockMode = N'Exclusive',
            @LockOwner = N'Transaction', @LockTimeout = 60000;
        IF @granted < 0 THROW 51000, N'Another writer held the database for more than 60 seconds.', 1;
        """;

    public static readonly WriterLock Instance = new();

    public override DbTransaction TransactionStarted(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        if (result.IsolationLevel == IsolationLevel.Serializable)
        {
            using DbCommand command = Command(connection, result);
            command.ExecuteNonQuery();
        }

        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default)
    {
        if (result.IsolationLevel == IsolationLevel.Serializable)
        {
            await using DbCommand command = Command(connection, result);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = Sql;
        command.CommandTimeout = 90;
        command.Transaction = transaction;
        return command;
    }
}
