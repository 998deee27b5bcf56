using System.Buffers;
using System.Text.Json;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.SocketMode;

/// <summary>Turns the bytes of a frame into what Slack said. Never throws, whatever the bytes are.</summary>
internal static class FrameReader
{
    /// <summary>Reads a frame. A delivery keeps a copy of its own, so that the socket can read on.</summary>
    public static SocketFrame Read(ReadOnlySpan<byte> frame)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(frame.Length, 1));
        frame.CopyTo(rented);
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(rented.AsMemory(0, frame.Length), JsonReading.Options);
            var root = document.RootElement;
            var id = root.Text("envelope_id");
            if (id.Length > 0)
            {
                var delivery = new SocketFrame.Delivery(new Envelope(id, root.Text("type"), document, rented));
                (document, rented) = (null, null);
                return delivery;
            }

            return root.Text("type") switch
            {
                "hello" => new SocketFrame.Hello((int?)root.Number("num_connections")),
                "disconnect" => new SocketFrame.Disconnect(Reason(root.Text("reason"))),
                _ => new SocketFrame.Unknown(),
            };
        }
        catch (JsonException)
        {
            return new SocketFrame.Unknown();
        }
        finally
        {
            document?.Dispose();
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static DisconnectReason Reason(string reason) => reason switch
    {
        "warning" => DisconnectReason.Warning,
        "refresh_requested" => DisconnectReason.RefreshRequested,
        "link_disabled" => DisconnectReason.LinkDisabled,
        "too_many_websockets" => DisconnectReason.TooManyWebsockets,
        _ => DisconnectReason.Other,
    };
}
