using System.Buffers.Text;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Benchmarks.Slack;

/// <summary>A Socket Mode server that does nothing but hand out messages and time their acknowledgements.</summary>
internal sealed class EnvelopeSource : IAsyncDisposable
{
    // As Slack sends a plain message: the text in the text and again in rich text.
    private const string Template = """{"envelope_id":"00000000-0000-0000-0000-NNNNNNNNNNNN","type":"events_api","accepts_response_payload":false,"retry_attempt":0,"retry_reason":"","payload":{"token":"xxxxxxxxxxxxxxxxxxxxxxxx","team_id":"T0BENCH","api_app_id":"A0BENCH","type":"event_callback","event_id":"EvNNNNNNNNNNNN","event_time":1790000000,"authorizations":[{"enterprise_id":null,"team_id":"T0BENCH","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":"4-eyJldCI6Im1lc3NhZ2UiLCJ0aWQiOiJUMEJFTkNIIn0","event":{"type":"message","user":"U0MEL","ts":"NNNNNNNNNNNN.000100","client_msg_id":"1d3bf9a2-6c2a-4a8c-9d7a-3a0d7d8c2f11","text":"Morning all, does anyone have the slides from the teaching session on Thursday? I missed the second half.","team":"T0BENCH","blocks":[{"type":"rich_text","block_id":"aBcDe","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Morning all, does anyone have the slides from the teaching session on Thursday? I missed the second half."}]}]}],"channel":"C0GENERAL","event_ts":"NNNNNNNNNNNN.000100","channel_type":"channel"}}}""";

    private readonly WebApplication _app;
    private readonly TaskCompletionSource<WebSocket> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new();
    private long[] _sentAt = [];
    private double[] _latency = [];
    private SemaphoreSlim _window = new(0);

    private EnvelopeSource(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public static async Task<EnvelopeSource> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var source = new EnvelopeSource(app);
        app.UseWebSockets();
        app.MapPost("/api/{method}", (string method) => Results.Text(source.Answer(method), "application/json"));
        app.MapGet("/link", source.LinkAsync);
        await app.StartAsync();
        source.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return source;
    }

    /// <summary>Hands out so many, at most so many unacknowledged at a time and so many a second; the time it took and every latency in ms.</summary>
    public async Task<(TimeSpan Took, double[] Latency)> SendAsync(int count, int window, int perSecond)
    {
        var socket = await _connected.Task;
        (_sentAt, _latency, _window) = (new long[count], new double[count], new SemaphoreSlim(window));
        var frame = Encoding.UTF8.GetBytes(Template);
        var places = Places(frame);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            if (perSecond > 0 && Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond < i)
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
            await _window.WaitAsync();
            foreach (var place in places)
                Utf8Formatter.TryFormat(i, frame.AsSpan(place, 12), out _, new System.Buffers.StandardFormat('D', 12));
            _sentAt[i] = Stopwatch.GetTimestamp();
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        for (var i = 0; i < window; i++)
            await _window.WaitAsync();
        return (Stopwatch.GetElapsedTime(start), _latency);
    }

    public async ValueTask DisposeAsync()
    {
        _over.TrySetResult();
        await _app.DisposeAsync();
    }

    private string Answer(string method) => method switch
    {
        "apps.connections.open" => $$"""{"ok":true,"url":"{{Address.Replace("http", "ws", StringComparison.Ordinal)}}/link"}""",
        _ => $$$"""{"ok":true,"url":"{{{Address}}}/","team_id":"T0BENCH","user_id":"U0BOT","bot_id":"B0BOT","user":"bot","bot":{"app_id":"A0BENCH"}}""",
    };

    private async Task LinkAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await socket.SendAsync("""{"type":"hello","num_connections":1,"debug_info":{},"connection_info":{"app_id":"A0BENCH"}}"""u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        _connected.TrySetResult(socket);
        var buffer = new byte[4096];
        try
        {
            while (!_over.Task.IsCompleted)
            {
                var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (part.MessageType is WebSocketMessageType.Close)
                    return;
                Acknowledge(buffer.AsSpan(0, part.Count));
            }
        }
        catch (WebSocketException)
        {
            // The client was stopped.
        }
    }

    private void Acknowledge(ReadOnlySpan<byte> ack)
    {
        var at = ack.IndexOf("00000000-0000-0000-0000-"u8);
        if (at < 0 || !Utf8Parser.TryParse(ack.Slice(at + 24, 12), out int number, out _))
            return;
        _latency[number] = Stopwatch.GetElapsedTime(_sentAt[number]).TotalMilliseconds;
        _window.Release();
    }

    private static List<int> Places(byte[] frame)
    {
        var places = new List<int>();
        for (var from = 0; frame.AsSpan(from).IndexOf("NNNNNNNNNNNN"u8) is >= 0 and var at; from += at + 12)
            places.Add(from + at);
        return places;
    }
}
