using Microsoft.Data.Sqlite;

namespace SmeKpi.Benchmarks;

/// <summary>Looks into the embedded database of a program that has ended.</summary>
internal static class Database
{
    public static string FileIn(string data) =>
        Directory.EnumerateFiles(data, "*.db", SearchOption.AllDirectories).Single();

    public static long CountObservations(string data)
    {
        using SqliteConnection connection = new($"Data Source={FileIn(data)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM observations";
        return (long)command.ExecuteScalar()!;
    }
}
