using System.Buffers;
using System.Text.Json;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.SocketMode;

/// <summary>One thing that happened, as it came over a socket. Its payload lives in rented memory until it is disposed.</summary>
internal sealed class Envelope(string id, string type, JsonDocument document, byte[] rented) : IDisposable
{
    private byte[]? _rented = rented;

    /// <summary>Names the delivery, for its acknowledgement.</summary>
    public string Id => id;

    /// <summary><c>events_api</c>, <c>interactive</c> or <c>slash_commands</c>.</summary>
    public string Type => type;

    /// <summary>What happened.</summary>
    public JsonElement Payload => document.RootElement.At("payload");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rented, null) is not { } buffer)
            return;
        document.Dispose();
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true); // it held what somebody wrote
    }
}
