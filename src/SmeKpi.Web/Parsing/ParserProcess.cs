using System.ComponentModel;
using System.Diagnostics;

namespace SmeKpi.Web.Parsing;

/// <summary>Starts the program a second time, as a parser and nothing else.</summary>
internal static class ParserProcess
{
    // Cuts the network off; on systems that do not let it, the parser still has nothing to connect with.
    private const string Unshare = "unshare";
    private static readonly string[] s_withoutNetwork = ["--user", "--map-root-user", "--net", "--"];

    /// <summary>What a process needs from around it to start at all.</summary>
    private static readonly string[] s_kept = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LANG"];

    /// <returns>Whether a process without network can be started here.</returns>
    public static bool Isolates()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            using Process probe = Process.Start(Describe(Unshare, [.. s_withoutNetwork, "true"]))!;
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    public static Process Start(ParsingLimits limits, bool isolated)
    {
        (string file, string[] arguments) = Program();
        ProcessStartInfo start = isolated
            ? Describe(Unshare, [.. s_withoutNetwork, file, .. arguments])
            : Describe(file, arguments);
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.Heap;
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        Process process = Process.Start(start)!;
        Behind(process);
        return process;
    }

    /// <summary>The memory in bytes; 0 when the process has ended.</summary>
    public static long MemoryOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>The processor time used so far; none when the process has ended.</summary>
    public static TimeSpan WorkOf(Process process)
    {
        try
        {
            return process.HasExited ? TimeSpan.Zero : process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return TimeSpan.Zero;
        }
    }

    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    private static void Behind(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception refused) when (refused is InvalidOperationException or Win32Exception)
        {
            // Gone already, or the system does not let it: it only runs beside the pages then.
        }
    }

    private static ProcessStartInfo Describe(string file, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        Dictionary<string, string?> kept = s_kept.Where(start.Environment.ContainsKey)
            .ToDictionary(name => name, name => start.Environment[name]);
        start.Environment.Clear();
        foreach ((string name, string? value) in kept)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Published the program is one file to start; built it is started by dotnet.</summary>
    private static (string File, string[] Arguments) Program()
    {
        string library = Path.Combine(AppContext.BaseDirectory, "smekpi.dll");
        string own = Environment.ProcessPath ?? string.Empty;
        return Path.GetFileNameWithoutExtension(own) == "smekpi"
            ? (own, [ParseCommand.Name])
            : (Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet", [library, ParseCommand.Name]);
    }
}
