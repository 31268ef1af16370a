using System.Diagnostics;
using SmeKpi.Web.Commands;

namespace SmeKpi.Web.Tests.Support;

/// <summary>What a run of the program left behind.</summary>
internal sealed record RunResult(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines { get; } = Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"exit {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>The built program as a process of its own, as a user starts it.</summary>
internal sealed class Smekpi : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private Smekpi(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    /// <param name="environment">Variables on top of those that every run has.</param>
    public static Smekpi Start(
        IEnumerable<string> arguments, string? locale = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = locale ?? "en_US.UTF-8";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new Smekpi(Process.Start(start)!);
    }

    public static async Task<RunResult> RunAsync(params string[] arguments) => await RunInAsync(null, arguments);

    public static async Task<RunResult> RunInAsync(string? locale, params string[] arguments)
    {
        await using Smekpi smekpi = Start(arguments, locale);
        return await smekpi.EndAsync();
    }

    public async Task<RunResult> EndAsync()
    {
        using CancellationTokenSource limit = new(s_limit);
        await _process.WaitForExitAsync(limit.Token);
        return new RunResult(_process.ExitCode, await _output, await _errors);
    }

    /// <summary>SIGKILL: the process cannot say good-bye.</summary>
    public async Task<RunResult> KillAsync()
    {
        _process.Kill();
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("SMEKPI_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Kestrel__", StringComparison.OrdinalIgnoreCase)
        || name is "LANG" or "LANGUAGE";
}
