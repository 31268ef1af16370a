using System.Reflection;

namespace SmeKpi.Benchmarks;

/// <summary>Where the repository and the built program are, and a folder for everything that a run writes.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("smekpi-bench-").FullName;
    private int _folders;

    public Workplace()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "SmeKpi.sln")))
        {
            root = Path.GetDirectoryName(root);
        }

        Root = root ?? throw new InvalidOperationException($"No SmeKpi.sln above {AppContext.BaseDirectory}.");
        string configuration = typeof(Workplace).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
            .Configuration;
        Program = Path.Combine(Root, "src", "SmeKpi.Web", "bin", configuration, "net10.0", "smekpi.dll");
        if (configuration != "Release")
        {
            Console.Error.WriteLine("Measured without -c Release: not to be compared with anything.");
        }
    }

    public string Root { get; }

    /// <summary>The assembly to start with "dotnet".</summary>
    public string Program { get; }

    public string NewFolder() =>
        Directory.CreateDirectory(Path.Combine(_scratch, $"{Interlocked.Increment(ref _folders)}")).FullName;

    /// <summary>A copy of a data folder whose program has ended.</summary>
    public string CopyOf(string folder)
    {
        string copy = NewFolder();
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);
}
