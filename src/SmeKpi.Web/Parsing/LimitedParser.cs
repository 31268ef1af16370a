using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
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
        (ParsedFile? parsed, string stopped) =
            await RunInPlaceAsync(file, ParsingOrder.Of(file, context), ParsingJson.Result, cancellationToken);
        return parsed ?? TooHeavy(stopped);
    }

    /// <returns>What stands around a cell; unreadable when reading the file went beyond the limits or broke down.</returns>
    public async Task<CellWindow> WindowAsync(SourceFile file, SourceCell cell, CancellationToken cancellationToken = default)
    {
        (CellWindow? window, _) =
            await RunInPlaceAsync(file, ParsingOrder.Of(file, cell), ParsingJson.Window, cancellationToken);
        return window ?? CellWindow.Without(WindowGap.Unreadable);
    }

    public void Dispose() => _places.Dispose();

    private async Task<(T? Result, string Stopped)> RunInPlaceAsync<T>(
        SourceFile file, ParsingOrder order, JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(file, order, form, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<(T? Result, string Stopped)> RunAsync<T>(
        SourceFile file, ParsingOrder order, JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class
    {
        using Process process = ParserProcess.Start(limits, _isolates.Value);
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<string?> watching = WatchAsync(process, ended.Token);
        try
        {
            Task writing = WriteAsync(process, file, order, ended.Token);
            Task<T?> reading = ReadAsync(process, form, ended.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(ended.Token);
            Task first = await Task.WhenAny(reading, watching);
            if (first == watching)
            {
                string limit = await watching ?? "?";
                Stopped(file.Name, limit);
                return (null, limit);
            }

            T? parsed = await reading;
            if (parsed is null)
            {
                Broken(file.Name, await errors);
            }

            await process.WaitForExitAsync(ended.Token);
            string exit = string.Create(CultureInfo.InvariantCulture, $"exit {process.ExitCode}");
            if (parsed is null)
            {
                Stopped(file.Name, exit);
            }

            return (parsed, exit);
        }
        finally
        {
            ParserProcess.End(process);
            await ended.CancelAsync();
        }
    }

    private static async Task WriteAsync(Process process, SourceFile file, ParsingOrder order, CancellationToken token)
    {
        try
        {
            await using Stream input = process.StandardInput.BaseStream;
            await JsonSerializer.SerializeAsync(input, order, ParsingJson.Order, token);
            await input.WriteAsync("\n"u8.ToArray(), token);
            await input.WriteAsync(file.Content, token);
        }
        catch (IOException)
        {
            // It ended before it had read everything; what it said tells why.
        }
    }

    private async Task<T?> ReadAsync<T>(Process process, JsonTypeInfo<T> form, CancellationToken token)
        where T : class
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
            return JsonSerializer.Deserialize(answer.GetBuffer().AsSpan(0, (int)answer.Length), form);
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

    private ParsedFile TooHeavy(string found) => ParsedFile.Refused(
        string.Empty,
        new Finding(
            RuleNumbers.TooHeavy,
            null,
            found,
            string.Create(CultureInfo.InvariantCulture, $"≤ {limits.Work.TotalSeconds} s, ≤ {limits.Memory >> 20} MB")));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading {File} was stopped: {Found}")]
    private partial void Stopped(string file, string found);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading {File} broke down: {Errors}")]
    private partial void Broken(string file, string errors);
}
