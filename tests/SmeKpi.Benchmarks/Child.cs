using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmeKpi.Benchmarks;

/// <summary>A process of "dotnet" or of a published program, and the time since it was started.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_patienceWithPages = TimeSpan.FromMinutes(2);
    private static readonly HttpClient s_client = new();

    private readonly Process _process;
    private readonly Stopwatch _clock;
    private readonly StringBuilder _output = new();

    private Child(Workplace place, string[] arguments)
    {
        // A published program carries its runtime and is started by itself.
        bool carriesRuntime = File.Exists(arguments[0]) && !arguments[0].EndsWith(".dll", StringComparison.Ordinal);
        ProcessStartInfo start = new(carriesRuntime ? arguments[0] : "dotnet", carriesRuntime ? arguments[1..] : arguments)
        {
            WorkingDirectory = place.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;

        _clock = Stopwatch.StartNew();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The process, to look at what it uses.</summary>
    public int Id => _process.Id;

    public static string FreeUrl()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }

    /// <summary>Starts a server and waits until its first page comes; redirects are followed.</summary>
    public static async Task<TimeSpan> UntilFirstPageAsync(Workplace place, string url, params string[] arguments)
    {
        using Child child = await ServeAsync(place, url, arguments);
        return child._clock.Elapsed;
    }

    /// <summary>Starts a server, waits until its first page comes and leaves it running.</summary>
    public static async Task<Child> ServeAsync(Workplace place, string url, params string[] arguments)
    {
        Child child = new(place, arguments);
        HttpStatusCode? answer = null;
        while (child._clock.Elapsed < s_patienceWithPages)
        {
            if (child._process.HasExited)
            {
                child.Dispose();
                throw new InvalidOperationException($"The server ended by itself.\n{child._output}");
            }

            answer = await AnswerAsync(url);
            if (answer == HttpStatusCode.OK)
            {
                return child;
            }

            await Task.Delay(2);
        }

        child.Dispose();
        throw new TimeoutException($"{url} answers {answer?.ToString() ?? "nothing"}.\n{child._output}");
    }

    /// <summary>Runs a command to its end, which must be one of the exit codes allowed.</summary>
    public static async Task<TimeSpan> ToItsEndAsync(Workplace place, int[] allowed, params string[] arguments)
    {
        using Child child = new(place, arguments);
        using CancellationTokenSource limit = new(s_patience);
        await child._process.WaitForExitAsync(limit.Token);
        TimeSpan taken = child._clock.Elapsed;
        return allowed.Contains(child._process.ExitCode)
            ? taken
            : throw new InvalidOperationException(
                $"Exit code {child._process.ExitCode} of: dotnet {string.Join(' ', arguments)}\n{child._output}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static async Task<HttpStatusCode?> AnswerAsync(string url)
    {
        try
        {
            using HttpResponseMessage response = await s_client.GetAsync(new Uri(url));
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }
}
