using GuidanceBot.Discord.Reading;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Discord.Gateway;

/// <summary>Reads what the gateway says: keeps the session's place, hands events on, and tells what is left for the connection to do.</summary>
internal sealed partial class PayloadReader(int shard, GatewaySession session, IGatewayListener listener, ILogger logger)
{
    /// <summary>Whether the session was ready, or was resumed.</summary>
    public bool Worked { get; private set; }

    public Asked Take(ReadOnlySpan<byte> message)
    {
        var payload = Payload.Split(message);
        switch (payload.Op)
        {
            case 0:
                if (payload.Sequence is not { } sequence || session.Heard(sequence))
                    Dispatch(payload);
                return Asked.Nothing;
            case 1:
                return Asked.BeatNow;
            case 7:
                return Asked.Reconnect;
            case 9:
                return payload.Data.StartsWith("true"u8) ? Asked.Reconnect : Asked.SessionLost;
            case 11:
                return Asked.Acknowledged;
            default:
                return Asked.Nothing;
        }
    }

    private void Dispatch(Payload payload)
    {
        try
        {
            if (payload.Name.SequenceEqual("READY"u8))
                Begin(payload);
            else if (payload.Name.SequenceEqual("RESUMED"u8))
                Worked = true;
            listener.Heard(shard, payload);
        }
        catch (Exception odd) when (odd is not OperationCanceledException)
        {
            // One event that nobody can read, whatever is wrong with it, must not cost the others.
            Log.Unreadable(logger, System.Text.Encoding.ASCII.GetString(payload.Name), odd.GetType().Name);
        }
    }

    private void Begin(Payload ready)
    {
        using var data = ready.Document();
        var resumeAt = Uri.TryCreate(data.RootElement.Text("resume_gateway_url"), UriKind.Absolute, out var uri) && uri.Scheme is "ws" or "wss" ? uri : null;
        session.Began(data.RootElement.Text("session_id") ?? "", resumeAt);
        Worked = true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An event {Event} could not be read ({Exception}).")]
        public static partial void Unreadable(ILogger logger, string @event, string exception);
    }
}

/// <summary>What the gateway asks of the connection.</summary>
internal enum Asked
{
    Nothing,
    Acknowledged,
    BeatNow,
    Reconnect,
    SessionLost,
}
