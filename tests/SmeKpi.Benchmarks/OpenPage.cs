using System.Net.WebSockets;
using System.Text;

namespace SmeKpi.Benchmarks;

/// <summary>A browser's side of an interactive page: a web socket that speaks the framework's protocol by hand.</summary>
internal sealed class OpenPage : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _left = new();
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Returns when the server has sent the first drawing of the live part.</summary>
    public static async Task<OpenPage> OpenAsync(Uri server, string path, string markers, string cookie)
    {
        OpenPage page = new();
        page._socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        page._socket.Options.SetRequestHeader("Cookie", cookie);
        await page._socket.ConnectAsync(new Uri($"ws://{server.Authority}/_blazor"), CancellationToken.None);
        await page.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        await page.SendAsync(Call("0", "StartCircuit", $"{server}", new Uri(server, path).ToString(), markers, string.Empty));
        _ = page.ListenAsync();
        await page._drawn.Task.WaitAsync(s_patience);
        return page;
    }

    public void Dispose()
    {
        _left.Cancel();
        _socket.Dispose();
        _left.Dispose();
    }

    private async Task ListenAsync()
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer, _left.Token) is { MessageType: not WebSocketMessageType.Close } part)
            {
                string text = Encoding.Latin1.GetString(buffer, 0, part.Count);
                if (text.Contains("JS.RenderBatch", StringComparison.Ordinal))
                {
                    _drawn.TrySetResult();
                }
                else if (text.Contains("JS.Error", StringComparison.Ordinal))
                {
                    _drawn.TrySetException(new InvalidOperationException(text));
                }
            }

            _drawn.TrySetException(new InvalidOperationException("The server closed the page."));
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            _drawn.TrySetException(error);
        }
    }

    private Task SendAsync(byte[] message) =>
        _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, _left.Token);

    /// <summary>One invocation in MessagePack: kind, headers, number, method, arguments, streams; its length before it.</summary>
    private static byte[] Call(string number, string method, params string[] arguments)
    {
        List<byte> body = [0x96, 0x01, 0x80];
        Write(body, number);
        Write(body, method);
        body.Add((byte)(0x90 | arguments.Length));
        foreach (string argument in arguments)
        {
            Write(body, argument);
        }

        body.Add(0x90);
        List<byte> length = [];
        for (int left = body.Count; left > 0; left >>= 7)
        {
            length.Add((byte)(left > 0x7f ? (left & 0x7f) | 0x80 : left));
        }

        return [.. length, .. body];
    }

    private static void Write(List<byte> body, string value)
    {
        byte[] text = Encoding.UTF8.GetBytes(value);
        body.AddRange(text.Length <= byte.MaxValue
            ? [0xd9, (byte)text.Length, .. text]
            : [0xda, (byte)(text.Length >> 8), (byte)(text.Length & 0xff), .. text]);
    }
}
