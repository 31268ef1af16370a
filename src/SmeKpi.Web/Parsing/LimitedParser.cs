using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;

namespace SmeKpi.Web.Parsing;

/// <summary>Reads files that strangers bring, each in a process of its own: whatever is in them, this one goes on.</summary>
/// <remarks>
/// The process gets the bytes and nothing else: no settings, no database. Its time and memory are limited, it runs
/// behind everything else, and where the system allows it (Linux with user namespaces) it has no network. One that goes
/// beyond is ended, and the file gets a finding. At most two run at once.
/// </remarks>
internal sealed partial class LimitedParser(ParsingLimits limits, ILogger<LimitedParser> logger) : IDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Lazy<bool> _isolates = new(ParserProcess.Isolates);

    /// <returns>What the file holds; refused with one finding when reading it went beyond the limits or broke down.</returns>
    public async Task<ParsedFile> ParseAsync(
        SourceFile file, SourceContext context, CancellationToken cancellationToken = default)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(file, context, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<ParsedFile> RunAsync(SourceFile file, SourceContext context, CancellationToken cancellationToken)
    {
        using Process process = ParserProcess.Start(limits, _isolates.Value);
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<string?> watching = WatchAsync(process, ended.Token);
        try
        {
            Task writing = WriteAsync(process, file, context, ended.Token);
            Task<ParsedFile?> reading = ReadAsync(process, ended.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(ended.Token);
            Task first = await Task.WhenAny(reading, watching);
            if (first == watching)
            {
                return TooHeavy(file, await watching ?? "?");
            }

            ParsedFile? parsed = await reading;
            if (parsed is null)
            {
                Broken(file.Name, await errors);
            }

            await process.WaitForExitAsync(ended.Token);
            return parsed ?? TooHeavy(file, string.Create(CultureInfo.InvariantCulture, $"exit {process.ExitCode}"));
        }
        finally
        {
            ParserProcess.End(process);
            await ended.CancelAsync();
        }
    }

    private static async Task WriteAsync(Process process, SourceFile file, SourceContext context, CancellationToken token)
    {
        try
        {
            await using Stream input = process.StandardInput.BaseStream;
            await JsonSerializer.SerializeAsync(
                input, ParsingOrder.Of(file, context), ParsingJson.Order, token);
            await input.WriteAsync("\n"u8.ToArray(), token);
            await input.WriteAsync(file.Content, token);
        }
        catch (IOException)
        {
            // It ended before it had read everything; what it said tells why.
        }
    }

    private async Task<ParsedFile?> ReadAsync(Process process, CancellationToken token)
    {
        using MemoryStream answer = new();
        byte[] buffer = new byte[81_920];
        for (int read; (read = await process.StandardOutput.BaseStream.ReadAsync(buffer, token)) > 0;)
        {
            answer.Write(buffer, 0, read);
            if (answer.Length > limits.Answer)
            {
                return null;
            }
        }

        try
        {
            return JsonSerializer.Deserialize(answer.GetBuffer().AsSpan(0, (int)answer.Length), ParsingJson.Result);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The limit that was passed.</returns>
    private async Task<string?> WatchAsync(Process process, CancellationToken token)
    {
        long began = Stopwatch.GetTimestamp();
        while (!token.IsCancellationRequested)
        {
            if (ParserProcess.WorkOf(process) > limits.Work || Stopwatch.GetElapsedTime(began) > limits.Patience)
            {
                return string.Create(CultureInfo.InvariantCulture, $"> {limits.Work.TotalSeconds} s");
            }

            if (ParserProcess.MemoryOf(process) > limits.Memory)
            {
                return string.Create(CultureInfo.InvariantCulture, $"> {limits.Memory >> 20} MB");
            }

            await Task.Delay(s_look, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }

    private ParsedFile TooHeavy(SourceFile file, string found)
    {
        Stopped(file.Name, found);
        return ParsedFile.Refused(
            string.Empty,
            new Finding(
                RuleNumbers.TooHeavy,
                null,
                found,
                string.Create(CultureInfo.InvariantCulture, $"≤ {limits.Work.TotalSeconds} s, ≤ {limits.Memory >> 20} MB")));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading {File} was stopped: {Found}")]
    private partial void Stopped(string file, string found);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading {File} broke down: {Errors}")]
    private partial void Broken(string file, string errors);
}
