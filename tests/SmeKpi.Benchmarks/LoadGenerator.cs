using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmeKpi.Benchmarks;

/// <param name="PerSecond">Answers a second over all connections.</param>
/// <param name="Milliseconds">How long each answer took.</param>
/// <param name="Bytes">Length of one body as it came over the line.</param>
internal sealed record LoadResult(double PerSecond, IReadOnlyList<double> Milliseconds, int Bytes)
{
    public double Percentile(double share)
    {
        double[] ordered = [.. Milliseconds.Order()];
        return ordered[(int)Math.Min(ordered.Length - 1, Math.Ceiling(share * ordered.Length) - 1)];
    }
}

/// <summary>Asks one address over and over on kept connections, each waiting for its answer before it asks again.</summary>
/// <remarks>Plain sockets: it shares the processors with the server that it measures, so it must cost little itself.</remarks>
internal sealed class LoadGenerator(string url, int connections)
{
    private static readonly byte[] s_endOfHead = "\r\n\r\n"u8.ToArray();

    public async Task<LoadResult> RunAsync(string path, string cookie, TimeSpan duration)
    {
        Uri server = new(url);
        byte[] request = Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/html,*/*\r\nAccept-Encoding: gzip, br\r\nCookie: {cookie}\r\n\r\n");
        ConcurrentBag<List<double>> times = [];
        int bytes = 0;
        Stopwatch clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, server.Port);
            byte[] buffer = new byte[256 * 1024];
            List<double> own = [];
            while (clock.Elapsed < duration)
            {
                long started = Stopwatch.GetTimestamp();
                await socket.SendAsync(request);
                bytes = await ReadAsync(socket, buffer);
                own.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            times.Add(own);
        })));
        double seconds = clock.Elapsed.TotalSeconds;
        List<double> all = [.. times.SelectMany(each => each)];
        return new LoadResult(all.Count / seconds, all, bytes);
    }

    /// <returns>Length of the body.</returns>
    private static async Task<int> ReadAsync(Socket socket, byte[] buffer)
    {
        int read = 0;
        int head = -1;
        int whole = int.MaxValue;
        while (read < whole)
        {
            int more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0)
            {
                throw new InvalidOperationException("The server closed a connection that was to be kept.");
            }

            read += more;
            if (head < 0 && (head = buffer.AsSpan(0, read).IndexOf(s_endOfHead)) >= 0)
            {
                head += s_endOfHead.Length;
                whole = head + LengthOf(Encoding.ASCII.GetString(buffer, 0, head));
            }
        }

        return whole - head;
    }

    private static int LengthOf(string head)
    {
        const string name = "\r\nContent-Length: ";
        int at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) || at < 0)
        {
            throw new InvalidOperationException($"Not an answer with 200 and a length:\n{head}");
        }

        string rest = head[(at + name.Length)..];
        return int.Parse(rest[..rest.IndexOf('\r', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }
}
