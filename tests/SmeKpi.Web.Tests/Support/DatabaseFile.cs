using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace SmeKpi.Web.Tests.Support;

/// <summary>The embedded database of a data directory, read and changed behind the program's back.</summary>
internal sealed class DatabaseFile(string directory)
{
    /// <summary>What was reported, apart from when it became known and in which order files came.</summary>
    public const string Figures =
        """
        SELECT indicator, scope, bank_code, region_code, month, amount_fen, count, rate_millionths, status,
          o.synthetic, sheet_number, cell_row, cell_column, sha256
        FROM observations o JOIN series s ON s.id = series_id JOIN imports i ON i.id = import_id
        ORDER BY indicator, scope, bank_code, region_code, month, sha256
        """;

    public const string Banks =
        "SELECT code, name_zh, type, opened_month, closed_month, successor_code FROM banks ORDER BY code, id";

    /// <summary>The newest reading of each, as it is printed.</summary>
    public const string Readings =
        """
        SELECT kpi, reading, month, region_code, bank_code, standing, payload_json FROM readings r
        WHERE id = (SELECT max(id) FROM readings l WHERE l.month = r.month AND l.kpi = r.kpi
          AND l.reading = r.reading AND l.region_code = r.region_code AND l.bank_code = r.bank_code)
        ORDER BY kpi, reading, month, region_code, bank_code
        """;

    public string Path { get; } = System.IO.Path.Combine(directory, "smekpi.db");

    public IReadOnlyList<object?[]> Rows(string sql)
    {
        using SqliteConnection connection = Open();
        return Rows(connection, sql);
    }

    public long Count(string table) => (long)Rows($"SELECT count(*) FROM {table}")[0][0]!;

    public int Execute(string sql)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>Every value of every row of every table, except the trace that every attempt leaves.</summary>
    public string Hash()
    {
        using SqliteConnection connection = Open();
        IReadOnlyList<object?[]> tables = Rows(
            connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name <> 'audit' ORDER BY name");
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (object?[] table in tables)
        {
            string kept = table[0] is "meta" ? "WHERE key <> 'audit-head'" : string.Empty;
            Append(hash, Rows(connection, $"SELECT '{table[0]}', * FROM {table[0]} {kept} ORDER BY rowid"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public string Hash(params string[] queries)
    {
        using SqliteConnection connection = Open();
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string query in queries)
        {
            Append(hash, Rows(connection, query));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public void AssertWhole() => Assert.Equal("ok", Rows("PRAGMA integrity_check")[0][0]);

    private static void Append(IncrementalHash hash, IReadOnlyList<object?[]> rows)
    {
        foreach (object?[] row in rows)
        {
            foreach (object? value in row)
            {
                hash.AppendData(value as byte[]
                    ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "NULL"));
                hash.AppendData([0]);
            }
        }
    }

    private static List<object?[]> Rows(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            object?[] row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }

        return rows;
    }

    private SqliteConnection Open()
    {
        SqliteConnection connection = new($"Data Source={Path};Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }
}
