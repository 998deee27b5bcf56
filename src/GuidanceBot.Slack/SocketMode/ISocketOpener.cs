using System.Net.WebSockets;

namespace GuidanceBot.Slack.SocketMode;

/// <summary>Opens one more socket to Slack.</summary>
internal interface ISocketOpener
{
    /// <summary>Asks for an address and connects to it. Never throws but for cancellation.</summary>
    Task<OpenedSocket> OpenAsync(CancellationToken cancellationToken);
}

/// <summary>A socket, or why there is none.</summary>
/// <param name="Socket">The connected socket; null where there is none.</param>
/// <param name="Error">Slack's error, or ours.</param>
/// <param name="RetryAfter">How long Slack asked to be left alone.</param>
internal sealed record OpenedSocket(WebSocket? Socket, string Error = "", TimeSpan? RetryAfter = null);
