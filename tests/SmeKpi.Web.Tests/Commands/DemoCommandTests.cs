using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Commands;

/// <summary>The made-up city is the same every time, and reads the same whichever way it comes in.</summary>
public sealed class DemoCommandTests(SeededDatabase seeded)
{
    [Fact]
    public async Task Demo_Twice_WritesTheSameBytes()
    {
        using TemporaryFolder folder = new();
        string[] options = ["--banks", "6", "--months", "27", "--seed", "7"];

        RunResult first = await Smekpi.RunAsync(["demo", "--out", folder["one"], .. options]);
        RunResult second = await Smekpi.RunAsync(["demo", "--out", folder["two"], .. options]);

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(second.ExitCode == 0, second.ToString());
        IReadOnlyList<string> files = Files(folder["one"]);
        Assert.NotEmpty(files);
        Assert.Equal(files, Files(folder["two"]));
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(folder["one"], file)), File.ReadAllBytes(Path.Combine(folder["two"], file))));
    }

    [Fact]
    public async Task Demo_IntoFolderWithContent_IsRefusedAndWritesNothing()
    {
        using TemporaryFolder folder = new();
        folder.Write("out/mine.txt", [1]);

        RunResult run = await Smekpi.RunAsync("demo", "--out", folder["out"], "--banks", "2", "--months", "2");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is not empty", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Files(folder["out"]));
    }

    [Fact]
    public async Task Demo_ImpossibleNumbers_NamesBoth()
    {
        using TemporaryFolder folder = new();

        RunResult run = await Smekpi.RunAsync("demo", "--out", folder["out"], "--banks", "0", "--months", "999");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("banks: 0; expected 1 … 500", run.Errors, StringComparison.Ordinal);
        Assert.Contains("months: 999; expected 1 … 240", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_ImportedIntoNewDatabase_ReadsLikeTheSeededOne()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        string[] question = ["kpi", "--month", "2025-06", "--bank", "all", "--reading", "all", "--format", "json"];

        RunResult demo = await Smekpi.RunAsync("demo", "--out", folder["city"]);
        RunResult import = await Smekpi.RunAsync("import", folder["city"], "--data", data);
        RunResult imported = await Smekpi.RunAsync([.. question, "--data", data]);
        RunResult expected = await Smekpi.RunAsync([.. question, "--data", await seeded.DemoAsync()]);

        Assert.True(demo.ExitCode == 0, demo.ToString());
        Assert.True(import.ExitCode == 0, import.ToString());
        Assert.True(expected.Lines.Count > 400, expected.ToString());
        Assert.Equal(expected.Lines.Select(WithoutMoment), imported.Lines.Select(WithoutMoment));
    }

    private static string WithoutMoment(string line)
    {
        int from = line.IndexOf("\"asOf\":", StringComparison.Ordinal);
        return line[..from] + line[line.IndexOf(",\"synthetic\"", StringComparison.Ordinal)..];
    }

    private static List<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal),
    ];
}
