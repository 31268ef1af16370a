using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SmeKpi.Benchmarks;

/// <summary>The least that storing rows can cost: one prepared INSERT in one transaction.</summary>
/// <remarks>
/// As durable as the product's database (write-ahead log, synchronous), with the one key that tells a repeated row,
/// and with the rows already in memory: no file is read and nothing is checked.
/// </remarks>
internal static class SqliteFloor
{
    private const string Table = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE figures (
            month INTEGER NOT NULL, bank TEXT NOT NULL, region TEXT NOT NULL, indicator TEXT NOT NULL,
            scope TEXT NOT NULL, value INTEGER NOT NULL, unit TEXT NOT NULL,
            PRIMARY KEY (month, bank, region, indicator, scope)) WITHOUT ROWID;
        """;

    public static TimeSpan Insert(string folder, IReadOnlyList<TidyRow> rows)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(folder, "floor.db")};Pooling=False");
        connection.Open();
        using SqliteCommand create = connection.CreateCommand();
        create.CommandText = Table;
        create.ExecuteNonQuery();

        Stopwatch clock = Stopwatch.StartNew();
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO figures VALUES ($month, $bank, $region, $indicator, $scope, $value, $unit)";
        string[] names = ["$month", "$bank", "$region", "$indicator", "$scope", "$value", "$unit"];
        SqliteParameter[] cells = [.. names.Select(name => insert.Parameters.Add(new SqliteParameter(name, null)))];
        foreach (TidyRow row in rows)
        {
            Fill(cells, row);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return clock.Elapsed;
    }

    private static void Fill(SqliteParameter[] cells, TidyRow row)
    {
        cells[0].Value = row.Month;
        cells[1].Value = row.Bank;
        cells[2].Value = row.Region;
        cells[3].Value = row.Indicator;
        cells[4].Value = row.Scope;
        cells[5].Value = row.Value;
        cells[6].Value = row.Unit;
    }
}
