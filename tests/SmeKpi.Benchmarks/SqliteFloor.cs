using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SmeKpi.Benchmarks;

/// <summary>The least that storing rows can cost: one prepared INSERT in one transaction.</summary>
/// <remarks>
/// The rows are those that the product stored, and they go into a copy of the product's database that lacks only them:
/// the same columns, keys, index, checks and references, as durable (write-ahead log, synchronous). A table of the
/// benchmark's own, without the index and the references, would measure another task and drift from the product's.
/// No file is read, nothing is checked, and the rows that they refer to are there already.
/// </remarks>
internal sealed class SqliteFloor
{
    private const string AsTheProduct = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        """;

    private readonly Workplace _place;
    private readonly string _emptied;
    private readonly List<object[]> _rows = [];
    private readonly string _insert;

    private SqliteFloor(Workplace place, string imported)
    {
        _place = place;
        _emptied = place.CopyOf(imported);
        using SqliteConnection connection = Open(_emptied);
        using (SqliteCommand select = Command(connection, "SELECT * FROM observations ORDER BY id"))
        using (SqliteDataReader reader = select.ExecuteReader())
        {
            while (reader.Read())
            {
                object[] row = new object[reader.FieldCount];
                reader.GetValues(row);
                _rows.Add(row);
            }

            IEnumerable<string> names = Enumerable.Range(0, reader.FieldCount).Select(column => $"${column}");
            _insert = $"INSERT INTO observations VALUES ({string.Join(", ", names)})";
        }

        Execute(connection, "DELETE FROM observations");
        Execute(connection, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    /// <param name="imported">A data folder of the product; not changed.</param>
    public static SqliteFloor Of(Workplace place, string imported)
    {
        SqliteFloor floor = new(place, imported);
        floor.Insert(); // Measured warm from then on.
        return floor;
    }

    public TimeSpan Insert()
    {
        using SqliteConnection connection = Open(_place.CopyOf(_emptied));
        Stopwatch clock = Stopwatch.StartNew();
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = Command(connection, _insert);
        insert.Transaction = transaction;
        SqliteParameter[] cells =
            [.. _rows[0].Select((_, column) => insert.Parameters.Add(new SqliteParameter($"${column}", null)))];
        insert.Prepare();
        foreach (object[] row in _rows)
        {
            for (int column = 0; column < cells.Length; column++)
            {
                cells[column].Value = row[column];
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return clock.Elapsed;
    }

    private static SqliteConnection Open(string data)
    {
        SqliteConnection connection = new($"Data Source={Database.FileIn(data)};Pooling=False");
        connection.Open();
        Execute(connection, AsTheProduct);
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        command.ExecuteNonQuery();
    }
}
