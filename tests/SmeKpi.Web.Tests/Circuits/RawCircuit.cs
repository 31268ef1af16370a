using System.Net.WebSockets;
using System.Text;

namespace SmeKpi.Web.Tests.Circuits;

/// <summary>An open page as the server sees it: a web socket that speaks the framework's protocol by hand.</summary>
internal sealed class RawCircuit : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[16 * 1024];

    public static async Task<RawCircuit> OpenAsync(Uri server, string? cookie, string? origin = null)
    {
        RawCircuit circuit = new();
        circuit._socket.Options.SetRequestHeader("Origin", origin ?? server.GetLeftPart(UriPartial.Authority));
        if (cookie is not null)
        {
            circuit._socket.Options.SetRequestHeader("Cookie", cookie);
        }

        using CancellationTokenSource limit = new(s_limit);
        await circuit._socket.ConnectAsync(new Uri($"ws://{server.Authority}/_blazor"), limit.Token);
        await circuit.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        await circuit.SendAsync(Call("0", "StartCircuit", $"{server}", $"{server}account", "[]", string.Empty));

        // What tells circuits apart is encrypted by the server's keys, and so begins like everything they made.
        await circuit.ReceiveAsync(until: "CfDJ8");
        return circuit;
    }

    /// <summary>A click on something of the page.</summary>
    public Task ClickAsync() => SendAsync(Call(null, "BeginInvokeDotNetFromJS", "1", null, "DispatchEventAsync", 1, "[]"));

    /// <summary>Waits until the server has ended the connection.</summary>
    public async Task EndAsync()
    {
        try
        {
            await ReceiveAsync(until: null);
        }
        catch (WebSocketException)
        {
            // Cut off without a good-bye.
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReceiveAsync(string? until)
    {
        using CancellationTokenSource limit = new(s_limit);
        while (await _socket.ReceiveAsync(_buffer, limit.Token) is { MessageType: not WebSocketMessageType.Close } part)
        {
            if (until is not null && Encoding.Latin1.GetString(_buffer, 0, part.Count).Contains(until, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Null(until);
    }

    private async Task SendAsync(byte[] message)
    {
        using CancellationTokenSource limit = new(s_limit);
        await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, limit.Token);
    }

    /// <summary>One invocation in MessagePack: kind, headers, number, method, arguments, streams; its length before it.</summary>
    private static byte[] Call(string? number, string method, params object?[] arguments)
    {
        List<byte> body = [0x96, 0x01, 0x80];
        Write(body, number);
        Write(body, method);
        body.Add((byte)(0x90 | arguments.Length));
        foreach (object? argument in arguments)
        {
            Write(body, argument);
        }

        body.Add(0x90);
        List<byte> message = [];
        for (int left = body.Count; ; left >>= 7)
        {
            message.Add((byte)(left > 0x7f ? (left & 0x7f) | 0x80 : left));
            if (left <= 0x7f)
            {
                return [.. message, .. body];
            }
        }
    }

    private static void Write(List<byte> body, object? value)
    {
        switch (value)
        {
            case null:
                body.Add(0xc0);
                break;
            case int small and >= 0 and < 128:
                body.Add((byte)small);
                break;
            default:
                byte[] text = Encoding.UTF8.GetBytes((string)value);
                body.AddRange([0xd9, (byte)text.Length, .. text]);
                break;
        }
    }
}
