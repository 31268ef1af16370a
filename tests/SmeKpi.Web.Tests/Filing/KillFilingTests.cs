using System.Text;
using SmeKpi.SampleData;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Filing;

/// <summary>A program that is killed while it takes in, reads and judges filings loses none, doubles none, and finishes.</summary>
public sealed class KillFilingTests(SeededDatabase seeded)
{
    private const int Kills = 20;
    private const int Filings = 10;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    // What was decided, apart from when and in how many tries.
    private const string Verdicts =
        """
        SELECT bank_code, month, sequence, sha256, state, layout, rows_read, maker, channel, length(content),
          (SELECT group_concat(rule || subject || coalesce(f.month, '')) FROM submission_findings f WHERE f.submission_id = s.id)
        FROM submissions s JOIN submission_contents c ON c.submission_id = s.id ORDER BY bank_code, month, sequence
        """;

    [Fact]
    public async Task Work_KilledTwentyTimes_JudgesLikeAnUndisturbedOne()
    {
        using TemporaryFolder folder = new();
        await PrepareAsync(folder);
        string expected = await ToTheEndAsync(folder["undisturbed"]);

        string disturbed = folder["disturbed"];
        Random random = new(4);
        for (int kill = 0; kill < Kills; kill++)
        {
            await using Smekpi worker = Work(disturbed);
            await Task.Delay(random.Next(600, 2600));
            await worker.KillAsync();
            new DatabaseFile(disturbed).AssertWhole();
        }

        Assert.Equal(expected, await ToTheEndAsync(disturbed));
    }

    private async Task PrepareAsync(TemporaryFolder folder)
    {
        string data = await seeded.CopyEmptyAsync(folder);
        RunResult banks = await Smekpi.RunAsync("import", Path.Combine(SeedData.Folder, "demo", "banks.csv"), "--data", data);
        Assert.True(banks.ExitCode == 0, banks.ToString());
        foreach (string name in (string[])["undisturbed", "disturbed"])
        {
            for (int bank = 1; bank <= Filings; bank++)
            {
                string place = Path.Combine(Drop(folder[name]), $"D{bank:000}");
                Directory.CreateDirectory(place);
                string file = Path.Combine(place, "2025-03.csv");
                await File.WriteAllBytesAsync(file, Return(bank));
                File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
            }

            File.Copy(new DatabaseFile(data).Path, new DatabaseFile(folder[name]).Path);
        }
    }

    // Each third one is refused, so that both ends are reached.
    private static byte[] Return(int bank)
    {
        string path = Path.Combine(SeedData.Folder, "demo", "returns", "2025-03", $"D{bank:000}.csv");
        string text = File.ReadAllText(path);
        return Encoding.UTF8.GetBytes(bank % 3 == 0 ? text.Replace($"D{bank:000},", "D999,", StringComparison.Ordinal) : text);
    }

    private static async Task<string> ToTheEndAsync(string data)
    {
        DatabaseFile database = new(data);
        await using (Smekpi worker = Work(data))
        {
            using CancellationTokenSource limit = new(s_limit);
            while (database.Count("submissions WHERE state NOT IN ('Received', 'Parsing', 'Checking')") < Filings
                || database.Count("work WHERE business_key LIKE 'check-filing%' AND state <> 'Done'") > 0)
            {
                Assert.False(worker.HasExited, "The worker has ended.");
                await Task.Delay(50, limit.Token);
            }

            await worker.KillAsync();
        }

        database.AssertWhole();
        Assert.Equal(Filings, database.Count("submissions"));
        Assert.Equal(0, database.Count("observations"));
        Assert.Equal(3, database.Count("submissions WHERE state = 'Rejected'"));
        return string.Join('\n', database.Rows(Verdicts).Select(row => string.Join('|', row)));
    }

    private static Smekpi Work(string data) => Smekpi.Start(["work", "--data", data]);

    private static string Drop(string data) => Path.Combine(data, "drop");
}
