using System.Diagnostics;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Commands;

/// <summary>An import that is killed at any moment and run again ends where an undisturbed one ends.</summary>
public sealed class KillImportTests(SeededDatabase seeded)
{
    private const int Kills = 8;

    [Fact]
    public async Task Import_KilledAnywhereAndRunAgain_EndsTheSame()
    {
        using TemporaryFolder folder = new();
        RunResult demo = await Smekpi.RunAsync("demo", "--out", folder["city"], "--banks", "6", "--months", "27");
        Assert.True(demo.ExitCode == 0, demo.ToString());
        string empty = new DatabaseFile(await seeded.CopyEmptyAsync(folder)).Path;

        Stopwatch watch = Stopwatch.StartNew();
        string expected = await ImportToTheEndAsync(folder, empty, "whole");
        TimeSpan whole = watch.Elapsed;

        int killed = 0;
        for (int kill = 1; kill <= Kills; kill++)
        {
            string name = $"killed-{kill}";
            killed += await KillAsync(folder, empty, name, whole * kill / (Kills + 1)) ? 1 : 0;
            Assert.Equal(expected, await ImportToTheEndAsync(folder, empty, name));
        }

        Assert.True(killed >= Kills / 2, $"only {killed} processes were killed in time");
    }

    private static async Task<bool> KillAsync(TemporaryFolder folder, string empty, string name, TimeSpan after)
    {
        await using Smekpi import = Smekpi.Start(["import", folder["city"], "--data", Prepare(folder, empty, name)]);
        await Task.Delay(after);
        return !import.HasExited && (await import.KillAsync()).ExitCode != 0;
    }

    private static async Task<string> ImportToTheEndAsync(TemporaryFolder folder, string empty, string name)
    {
        string data = Prepare(folder, empty, name);
        RunResult run = await Smekpi.RunAsync("import", folder["city"], "--data", data);

        Assert.True(run.ExitCode == 0, run.ToString());
        DatabaseFile database = new(data);
        database.AssertWhole();
        Assert.Equal(database.Count("(SELECT DISTINCT series_id, month, import_id FROM observations)"), database.Count("observations"));
        return database.Hash(DatabaseFile.Figures, DatabaseFile.Banks, DatabaseFile.Readings);
    }

    private static string Prepare(TemporaryFolder folder, string empty, string name)
    {
        string data = folder[name];
        if (!Directory.Exists(data))
        {
            Directory.CreateDirectory(data);
            File.Copy(empty, new DatabaseFile(data).Path);
        }

        return data;
    }
}
