using System.Net.WebSockets;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.SocketMode;

/// <summary>Asks the Web API for a one-time address and connects to it.</summary>
internal sealed class SocketOpener(SlackApi api, TimeProvider clock) : ISocketOpener
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How often the other side is asked whether it is there.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it may take to answer. A peer that does not is gone, whatever the connection says.</summary>
    public TimeSpan PongWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task<OpenedSocket> OpenAsync(CancellationToken cancellationToken)
    {
        var answer = await api.OpenConnectionAsync(cancellationToken);
        if (!answer.Ok)
            return new OpenedSocket(null, answer.Error, answer.RetryAfter);
        if (!Uri.TryCreate(answer.Body.Text("url"), UriKind.Absolute, out var address) || address.Scheme is not ("wss" or "ws"))
            return new OpenedSocket(null, SlackAnswer.Astray);

        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = PingEvery;
        socket.Options.KeepAliveTimeout = PongWithin;
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await socket.ConnectAsync(address, either.Token);
            return new OpenedSocket(socket);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            return new OpenedSocket(null, "not_connected");
        }
    }
}
