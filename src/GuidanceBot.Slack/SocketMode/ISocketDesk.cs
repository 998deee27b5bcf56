namespace GuidanceBot.Slack.SocketMode;

/// <summary>Takes what comes over the sockets.</summary>
internal interface ISocketDesk
{
    /// <summary>Takes an envelope over, to dispose of it when done. Returns as soon as the socket may read on; <paramref name="acknowledge"/> is called within 3 s, once, before any work but where its payload is the answer. Left uncalled, Slack delivers an event again.</summary>
    ValueTask TakeAsync(Envelope envelope, Acknowledge acknowledge, CancellationToken cancellationToken);
}

/// <summary>Acknowledges a delivery on its own socket; the payload is JSON, empty for a bare acknowledgement.</summary>
internal delegate ValueTask Acknowledge(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
