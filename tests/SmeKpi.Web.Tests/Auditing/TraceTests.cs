using SmeKpi.SampleData;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Jobs;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Auditing;

/// <summary>What commands, the drop folder and starts leave in the chain.</summary>
public sealed class TraceTests(SeededDatabase seeded)
{
    private const string Trace =
        "SELECT action, actor, result, substr(target, 66), substr(detail, 1, 8) FROM audit ORDER BY number";

    [Fact]
    public async Task FirstStart_SeededDemonstration_IsOneEntryEachForFilesMeetingsAndCases()
    {
        IReadOnlyList<object?[]> entries =
            new DatabaseFile(await seeded.DemoAsync()).Rows("SELECT action, actor, target, detail FROM audit ORDER BY number");

        Assert.Equal(3, entries.Count);
        Assert.Equal(["upload", "smekpi", "seed-data"], entries[0][..3]);
        Assert.Matches("^seeded [0-9]{3,} files$", (string)entries[0][3]!);
        Assert.Equal(["meeting", "smekpi", "seed-data", "made-up meetings"], entries[1]);
        Assert.Equal(["case", "smekpi", "seed-data", "made-up cases"], entries[2]);
    }

    [Fact]
    public async Task Import_EveryFile_NamesThePersonAtTheConsole()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        byte[] good = TidyReturns.With("2025-06,,320900,loans.all.balance,rmb_fx,14000,亿元");
        string[] files = [folder.Write("good.csv", good), folder.Write("bad.csv", [1, 2, 3])];

        await Smekpi.RunAsync(["import", .. files, "--no-compute", "--data", data]);
        await Smekpi.RunAsync("import", files[0], "--no-compute", "--data", data);

        string actor = $"console:{Environment.UserName}";
        Assert.Equal(
            [
                ["upload", actor, "Success", "good.csv", "stored: "],
                ["upload", actor, "Failed", "bad.csv", "refused:"],
                ["upload", actor, "Success", "good.csv", "already "],
            ],
            new DatabaseFile(data).Rows(Trace).Skip(1));
        Assert.Contains("audit: ", (await Smekpi.RunAsync("check", "--data", data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DropFolder_EveryFile_IsRecordedOnce()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        byte[] good = TidyReturns.With("2025-06,,320900,loans.all.balance,rmb_fx,14000,亿元");
        program.Drop("good.csv", good);
        program.Drop("wrong.csv", [1, 2, 3]);

        await program.LookAsync();
        await program.LookAsync();
        await program.WorkAsync();
        program.Drop("again.csv", good);
        await program.LookAsync();

        Assert.Equal(
            [
                ["upload", "drop-folder", "Success", "again.csv", "already "],
                ["upload", "drop-folder", "Success", "good.csv", "stored: "],
                ["upload", "drop-folder", "Failed", "wrong.csv", "refused:"],
            ],
            program.Database.Rows(Trace).Skip(1).OrderBy(row => (string)row[3]!, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Start_SettingChangedSinceTheLast_IsNamed()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        await using ProgramServices program = new(data);
        await RecordedStart.RecordAsync(program.Get<IServiceProvider>(), "serve", CancellationToken.None);
        await RecordedStart.RecordAsync(program.Get<IServiceProvider>(), "work", CancellationToken.None);

        IReadOnlyList<object?[]> entries = program.Database.Rows(
            "SELECT target, detail FROM audit WHERE action = 'setting' ORDER BY number");

        Assert.Contains("mode: – → real", (string)entries[0][1]!, StringComparison.Ordinal);
        Assert.Contains($"data: – → {data}", (string)entries[0][1]!, StringComparison.Ordinal);
        Assert.Equal(["work", null], entries[1]);
    }

    [Fact]
    public async Task AnchorJob_RunThreeTimes_WritesOneAnchor()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        await using ProgramServices program = new(data);

        for (int run = 0; run < 3; run++)
        {
            await program.Get<AnchorAuditJob>().RunAsync(CancellationToken.None);
        }

        string anchor = Assert.Single(await File.ReadAllLinesAsync(Path.Combine(data, "anchors", "audit.jsonl")));
        Assert.Contains("\"date\":\"2040-07-12\"", anchor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anchors_GivenAsAnOption_LieThere()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        string file = folder.Write("bad.csv", [1, 2, 3]);

        await Smekpi.RunAsync("import", file, "--data", data, "--anchors", folder["elsewhere"]);

        Assert.True(File.Exists(folder[Path.Combine("elsewhere", "audit-head")]));
        RunResult here = await Smekpi.RunAsync("check", "--data", data, "--anchors", folder["elsewhere"]);
        Assert.True(here.ExitCode == 0, here.ToString());
    }
}
