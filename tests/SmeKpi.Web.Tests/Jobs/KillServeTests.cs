using System.Net;
using System.Net.Sockets;
using SmeKpi.SampleData;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Jobs;

/// <summary>A server that is killed again and again while files wait loses none, doubles none, and finishes.</summary>
public sealed class KillServeTests(SeededDatabase seeded)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private static readonly string[] s_ends = ["accepted", "refused"];

    [Fact]
    public async Task Serve_KilledEightTimes_EndsLikeAnUndisturbedOne()
    {
        using TemporaryFolder folder = new();
        string[] files = await PrepareAsync(folder);

        string expected = await ServeToTheEndAsync(folder["undisturbed"], files.Length);

        string disturbed = folder["disturbed"];
        for (int kill = 0; kill < 8; kill++)
        {
            // The first ones die while starting, the others after more and more files have been moved.
            await using Smekpi server = Serve(disturbed);
            await (kill < 2
                ? Task.Delay(TimeSpan.FromMilliseconds(400 * (kill + 1)))
                : UntilAsync(server, () => Moved(disturbed) >= Math.Min((kill - 1) * 2, files.Length)));
            await server.KillAsync();
            new DatabaseFile(disturbed).AssertWhole();
        }

        Assert.Equal(expected, await ServeToTheEndAsync(disturbed, files.Length));
    }

    /// <summary>Two data directories that know the banks, with the same files waiting: returns, and one that is none.</summary>
    private async Task<string[]> PrepareAsync(TemporaryFolder folder)
    {
        string data = await seeded.CopyEmptyAsync(folder);
        RunResult banks = await Smekpi.RunAsync(
            "import", Path.Combine(SeedData.Folder, "demo", "banks.csv"), "--data", data);
        Assert.True(banks.ExitCode == 0, banks.ToString());
        string[] files =
        [
            .. Enumerable.Range(1, 12).Select(bank =>
                Path.Combine(SeedData.Folder, "demo", "returns", "2025-03", $"D{bank:000}.csv")),
            folder.Write("error.csv", System.Text.Encoding.UTF8.GetBytes(SmeKpi.SampleData.Pages.ErrorPage)),
        ];
        foreach (string name in (string[])["undisturbed", "disturbed"])
        {
            Directory.CreateDirectory(Drop(folder[name]));
            File.Copy(new DatabaseFile(data).Path, new DatabaseFile(folder[name]).Path);
            foreach (string file in files)
            {
                string waiting = Path.Combine(Drop(folder[name]), Path.GetFileName(file));
                File.Copy(file, waiting);
                File.SetLastWriteTimeUtc(waiting, DateTime.UnixEpoch);
            }
        }

        return files;
    }

    private static async Task<string> ServeToTheEndAsync(string data, int files)
    {
        DatabaseFile database = new(data);
        await using (Smekpi server = Serve(data))
        {
            await UntilAsync(server, () => Moved(data) == files && IsComputed(database));
            await server.KillAsync();
        }

        database.AssertWhole();
        Assert.Empty(Directory.GetFiles(Drop(data)));
        Assert.Equal(files - 1, Directory.GetFiles(Path.Combine(Drop(data), "accepted")).Length);
        string refused = Assert.Single(Directory.GetFiles(Path.Combine(Drop(data), "refused"), "*.csv"));
        Assert.True(File.Exists(refused + ".txt"));
        Assert.Equal(database.Count("(SELECT DISTINCT series_id, month FROM observations)"), database.Count("observations"));
        return database.Hash(DatabaseFile.Figures, DatabaseFile.Banks, DatabaseFile.Readings);
    }

    private static Smekpi Serve(string data) => Smekpi.Start(["serve", "--urls", $"http://127.0.0.1:{FreePort()}", "--data", data]);

    private static bool IsComputed(DatabaseFile database) => database.Count(
        "computed_months WHERE data_known_since_ticks = (SELECT max(known_since_ticks) FROM imports)") > 0
        && database.Count("work WHERE state IN ('Queued', 'Running')") == 0;

    private static int Moved(string data) => s_ends
        .Select(folder => Path.Combine(Drop(data), folder)).Where(Directory.Exists)
        .Sum(folder => Directory.GetFiles(folder, "*.csv").Length);

    private static string Drop(string data) => Path.Combine(data, "drop");

    private static async Task UntilAsync(Smekpi server, Func<bool> condition)
    {
        using CancellationTokenSource limit = new(s_limit);
        while (!condition())
        {
            if (server.HasExited)
            {
                Assert.Fail((await server.EndAsync()).ToString());
            }

            await Task.Delay(20, limit.Token);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
