using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SmeKpi.Benchmarks;

/// <summary>
/// 60 banks × 13 areas × 40 indicators × 60 months × 3 vintages = 5,616,000 observations, in the order in which months
/// and their corrections arrive. Banks report by area alone, so that each figure of the city is a sum of 780 values.
/// </summary>
internal static class ExplorerData
{
    public const int Banks = 60;
    public const int Months = 60;
    public const int Vintages = 3;
    public const int FirstYear = 2021;

    public static readonly IReadOnlyList<string> Areas =
    [
        "320902", "320903", "320904", "320921", "320922", "320923", "320924", "320925", "320981", "320971", "320972",
        "320973", "320974",
    ];

    private const long FirstTicks = 639_310_000_000_000_000;

    public static async Task<string> MakeAsync(Workplace place, IReadOnlyList<(string Indicator, string Scope, string Unit)> series)
    {
        string data = place.NewFolder();
        string files = place.NewFolder();
        string banks = Path.Combine(files, "banks.csv");
        await File.WriteAllLinesAsync(banks, [
            "# synthetic: true",
            "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor",
            .. Enumerable.Range(1, Banks).Select(bank => $"{Bank(bank)},Made-up {bank},Made-up bank {bank},rural,true,2010-01,,"),
        ]);
        string regions = Path.Combine(files, "regions.csv");
        await File.WriteAllLinesAsync(regions, [
            .. await File.ReadAllLinesAsync(Path.Combine(place.Root, "seed-data", "regions.csv")),
            "320973,Made-up zone 1,Made-up zone 1,320902,zone",
            "320974,Made-up zone 2,Made-up zone 2,320903,zone",
        ]);
        await SmeKpiProgram.ImportAsync(place, data, banks, regions);
        Fill(data, series);
        return data;
    }

    public static string Bank(int number) => $"D{number:D3}";

    public static string Month(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstYear + (number / 12):D4}-{(number % 12) + 1:D2}");

    private static void Fill(string data, IReadOnlyList<(string Indicator, string Scope, string Unit)> series)
    {
        using SqliteConnection connection = new($"Data Source={Database.FileIn(data)};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -200000;");
        using SqliteTransaction transaction = connection.BeginTransaction();
        List<int> ids = AddSeries(connection, series);
        AddImports(connection);
        AddObservations(connection, ids, series);
        // Only in a demonstration are people whom their cookie says.
        Execute(connection, "UPDATE meta SET value = 'demo' WHERE key = 'mode'");
        transaction.Commit();
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private static List<int> AddSeries(SqliteConnection connection, IReadOnlyList<(string Indicator, string Scope, string Unit)> series)
    {
        using SqliteCommand insert = Command(connection, "INSERT INTO series VALUES ($0, $1, $2, $3, $4)", 5);
        List<int> ids = [];
        foreach ((string indicator, string scope, _) in series)
        {
            for (int bank = 1; bank <= Banks; bank++)
            {
                foreach (string area in Areas)
                {
                    ids.Add(ids.Count + 1_000);
                    Run(insert, ids[^1], indicator, scope, Bank(bank), area);
                }
            }
        }

        return ids;
    }

    /// <summary>One import for each month and vintage; copies of the first one, which is of the same shape.</summary>
    private static void AddImports(SqliteConnection connection)
    {
        using SqliteCommand insert = Command(
            connection,
            """
            INSERT INTO imports SELECT $0, $1, 'bench.csv', layout, byte_length, received_ticks, $2, actor, 0, 0, 0, 1,
                NULL, NULL, NULL, NULL, findings_json FROM imports WHERE id = (SELECT MIN(id) FROM imports)
            """,
            3);
        for (int arrival = 0; arrival < Months * Vintages; arrival++)
        {
            Run(insert, 1_000 + arrival, $"{arrival:x64}", FirstTicks + arrival);
        }
    }

    private static void AddObservations(
        SqliteConnection connection, List<int> ids, IReadOnlyList<(string Indicator, string Scope, string Unit)> series)
    {
        using SqliteCommand insert = Command(
            connection, "INSERT INTO observations VALUES ($0, $1, $2, $3, $4, $5, $6, NULL, 1, 1, 0, 1, 1)", 7);
        long id = 1;
        int perIndicator = Banks * Areas.Count;
        int arrival = 0;
        foreach ((int month, int vintage) in Enumerable.Range(0, Months)
            .SelectMany(month => Enumerable.Range(0, Vintages).Select(vintage => (month, vintage)))
            .OrderBy(each => each.month + each.vintage))
        {
            int number = ((FirstYear + (month / 12)) * 100) + (month % 12) + 1;
            for (int at = 0; at < ids.Count; at++)
            {
                long value = 1_000_000L + (at % perIndicator * 1_000L) + (month * 10_000L) + vintage;
                bool isCount = series[at / perIndicator].Unit == "count";
                Run(insert, id++, ids[at], number, FirstTicks + arrival, 1_000 + arrival, isCount ? DBNull.Value : value * 100, isCount ? value : DBNull.Value);
            }

            arrival++;
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int at = 0; at < parameters; at++)
        {
            command.Parameters.Add(new SqliteParameter($"${at}", null));
        }

        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (int at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at];
        }

        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
