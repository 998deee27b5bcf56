namespace GuidanceBot.Slack.SocketMode;

/// <summary>What Slack said on a socket.</summary>
internal abstract record SocketFrame
{
    /// <summary>The socket is open and will be given envelopes. <paramref name="Connections"/> counts all the app's sockets, others' included.</summary>
    public sealed record Hello(int? Connections) : SocketFrame;

    /// <summary>The socket is about to close, or should.</summary>
    public sealed record Disconnect(DisconnectReason Reason) : SocketFrame;

    /// <summary>Something happened; to be acknowledged on the same socket within 3 s.</summary>
    public sealed record Delivery(Envelope Envelope) : SocketFrame;

    /// <summary>Not JSON, or a kind of frame this version does not know. Survived.</summary>
    public sealed record Unknown : SocketFrame;
}

/// <summary>Why Slack closes a socket.</summary>
internal enum DisconnectReason
{
    /// <summary>It will, in about ten seconds.</summary>
    Warning,

    /// <summary>It does now, for a refresh.</summary>
    RefreshRequested,

    /// <summary>Socket Mode was switched off for the app.</summary>
    LinkDisabled,

    /// <summary>More than ten sockets are open.</summary>
    TooManyWebsockets,

    /// <summary>A reason this version does not know.</summary>
    Other,
}
