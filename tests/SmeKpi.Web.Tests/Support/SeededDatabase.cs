using SmeKpi.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(SeededDatabase))]

namespace SmeKpi.Web.Tests.Support;

/// <summary>What a first start makes of nothing, made once for all tests that ask for it.</summary>
public sealed class SeededDatabase : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<string>> _demo;
    private readonly Lazy<Task<string>> _empty;

    public SeededDatabase()
    {
        _demo = new(() => MakeAsync("demo"));
        _empty = new(() => MakeAsync("empty", "--no-seed"));
    }

    /// <summary>The data directory of the demonstration; nobody changes it.</summary>
    public Task<string> DemoAsync() => _demo.Value;

    /// <summary>A copy of the demonstration in a folder of the test.</summary>
    internal async Task<string> CopyDemoAsync(TemporaryFolder folder) => Copy(await _demo.Value, folder);

    /// <summary>A copy of a database that knows the areas and nothing else.</summary>
    internal async Task<string> CopyEmptyAsync(TemporaryFolder folder) => Copy(await _empty.Value, folder);

    public void Dispose() => _folder.Dispose();

    private static string Copy(string from, TemporaryFolder folder)
    {
        string data = folder["data"];
        Directory.CreateDirectory(data);
        File.Copy(new DatabaseFile(from).Path, new DatabaseFile(data).Path);
        Directory.CreateDirectory(Path.Combine(data, "anchors"));
        foreach (string anchor in Directory.EnumerateFiles(Path.Combine(from, "anchors")))
        {
            File.Copy(anchor, Path.Combine(data, "anchors", Path.GetFileName(anchor)));
        }

        return data;
    }

    private async Task<string> MakeAsync(string name, params string[] options)
    {
        string data = _folder[name];
        RunResult run = await Smekpi.RunAsync(["kpi", "--month", "2025-06", "--data", data, .. options]);
        Assert.True(run.ExitCode == 0, run.ToString());
        return data;
    }
}
